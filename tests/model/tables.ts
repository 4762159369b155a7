import type { Role, StaffRole } from '../../contract/index.ts';
import type { Grant } from '../../worker/grants/lifecycle.ts';
import type { ModelKind, ModelSpec } from './kinds.ts';

export interface GrantRow extends Omit<Grant, 'wanted' | 'place' | 'spec'> {
  spec: ModelSpec;
  id: string;
  principal: string;
  granteeName: string;
  granteeEmail: string;
  createdByRole: Role | StaffRole;
  claimedAt: number | null;
  endedAt: number | null;
  op: string;
}

export interface DesiredRow {
  kind: ModelKind;
  principal: string;
  grantId: string;
  gen: number;
  ackedGen: number;
  state: string | null;
  digest: string | null;
  hash: string | null;
}

export interface InvitationRow {
  id: string;
  grantId: string;
  purpose: 'access' | 'credential';
  state: 'open' | 'used' | 'void';
  expiresAt: number;
  op: string;
}

export interface AuditRow {
  batch: number;
  at: number;
  actor: string;
  action: string;
  grantId: string;
  details: string;
}

type Table = 'grants' | 'desired' | 'invitations';
/** A version of a row that some batch wrote. */
export type Written = { batch: number } & (
  | { table: 'grants'; row: GrantRow }
  | { table: 'desired'; row: DesiredRow }
  | { table: 'invitations'; row: InvitationRow }
);

/** What the CHECK on `audit.hits` raises. */
export class LostRace extends Error {}

/** D1 in memory: rows are replaced whole, and a batch applies whole or not at all. */
export class Tables {
  grants = new Map<string, GrantRow>();
  desired = new Map<string, DesiredRow>();
  invitations = new Map<string, InvitationRow>();
  /** SHA-256 of a link's token → invitation. */
  tokens = new Map<string, string>();
  audit: AuditRow[] = [];
  /** Every version of every row, found by comparing and not by trusting who wrote. */
  readonly written: Written[] = [];
  batches = 0;

  /** D1's `batch()`. False when the CHECK on the audit row failed, and nothing was written. */
  batch(work: (batch: number) => void): boolean {
    const before = {
      grants: new Map(this.grants),
      desired: new Map(this.desired),
      invitations: new Map(this.invitations),
      audit: [...this.audit],
    };
    this.batches += 1;
    try {
      work(this.batches);
    } catch (error) {
      Object.assign(this, before);
      if (error instanceof LostRace) return false;
      throw error;
    }
    for (const table of ['grants', 'desired', 'invitations'] as const) this.#note(table, before[table]);
    return true;
  }

  #note(table: Table, before: Map<string, unknown>): void {
    for (const [key, row] of this[table]) {
      if (before.get(key) !== row) this.written.push({ batch: this.batches, table, row } as Written);
    }
  }

  desiredOf(grantId: string): DesiredRow | undefined {
    return [...this.desired.values()].find((row) => row.grantId === grantId);
  }

  /** The newest invitation of a grant. */
  invitationOf(grantId: string): InvitationRow | undefined {
    return [...this.invitations.values()].findLast((row) => row.grantId === grantId);
  }

  byPrincipal(principal: string): GrantRow | undefined {
    return [...this.grants.values()].find((row) => row.principal === principal);
  }
}
