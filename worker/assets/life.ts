import type {
  ApplyFault,
  AssetKind,
  AssetState,
  DatabaseAssetDesired,
  ErrorCode,
  MailboxAssetDesired,
} from '../../contract/index.ts';
import type { SealedPassword } from '../secrets/index.ts';

/* What the life of a database or a mailbox is told in: what is, what happens, and what must then be written. */

export type AssetDesired = DatabaseAssetDesired | MailboxAssetDesired;

/** How long a deleted mailbox can be brought back. */
export const BIN_MS = 7 * 24 * 60 * 60 * 1000;

/** Somebody who has been told a mailbox's own password. */
export interface Reader {
  person: string;
  since: number;
}

/** An asset, as far as its life needs it. `gone` is also what nobody here knows of yet. */
export interface Asset {
  kind: AssetKind;
  state: AssetState;
  problem: ApplyFault | null;
  gen: number;
  ackedGen: number;
  wanted: AssetDesired | null;
  hash: string | null;
  knownBy: readonly Reader[];
  purgeAt: number | null;
}

/** What happens to an asset. */
export type AssetEvent =
  | { type: 'create'; tree: string; password: SealedPassword | null; by: string }
  | { type: 'change-password'; tree: string; password: SealedPassword; by: string }
  | { type: 'note-readers'; people: readonly string[] }
  | { type: 'delete' }
  | { type: 'restore' }
  | { type: 'purge' }
  | { type: 'ack-present'; gen: number }
  | { type: 'ack-absent'; gen: number; look: 1 | 2 }
  | { type: 'fault'; gen: number; fault: ApplyFault }
  /** The host knows a higher gen than the tables do: they were restored to an earlier moment. `present`: it stands there. */
  | { type: 'overtaken'; gen: number; present: boolean };

/** Everything one batch must write. Absent parts stay as they are. */
export interface Step {
  asset: Partial<Omit<Asset, 'kind'>>;
  audit: { action: string; details: Record<string, string | number> };
}

export type Outcome =
  | { ok: true; step: Step }
  /** Nothing to write: it is already so, or the message is older than what is known. */
  | { ok: true; step: null }
  | { ok: false; code: ErrorCode };

export const nothing: Outcome = { ok: true, step: null };
export const refusal = (code: ErrorCode): Outcome => ({ ok: false, code });
export const write = (action: string, asset: Step['asset'], details: Step['audit']['details'] = {}): Outcome => ({
  ok: true,
  step: { asset, audit: { action, details } },
});

/** What stands where nothing is known to stand. */
export const nowhere = (kind: AssetKind): Asset => ({
  kind,
  state: 'gone',
  problem: null,
  gen: 0,
  ackedGen: 0,
  wanted: null,
  hash: null,
  knownBy: [],
  purgeAt: null,
});
