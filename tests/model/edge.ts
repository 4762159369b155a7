import type { ErrorCode } from '../../contract/index.ts';
import { GRANT_KINDS } from '../../worker/grants/kinds/index.ts';
import type { GrantEvent } from '../../worker/grants/lifecycle.ts';
import type { Clock } from './clock.ts';
import type { Parts } from './parts.ts';
import { sha256 } from './secrets.ts';
import { lifecycleOf, loadGrant, type StoredGrant } from './store.ts';
import { Tables } from './tables.ts';

export type Answer = { ok: true; changed: boolean } | { ok: false; code: ErrorCode };
export type CrashPoint = 'before the batch' | 'after the batch';

/** One request under one idempotency key: a repeat has the same `op`. */
export interface Request {
  op: string;
  crash: CrashPoint | null;
}

/** The worker's process is gone; what its batch wrote stays. */
export class WorkerDied extends Error {}

/** What the worker does around the lifecycle: reads, decides, writes, and reads again when somebody was faster. */
export class Edge {
  readonly clock: Clock;
  readonly parts: Parts;
  readonly tables = new Tables();
  /** Links, as grantees got them by e-mail. */
  readonly letters: string[] = [];
  /** Where rivals may come in between reading and writing. */
  pause: (where: string) => Promise<void> = async () => {};
  /** Tells the host's link that something is wanted; of all that is unconfirmed when nothing is named. */
  poke: (principal: string | null) => void = () => {};
  /** Grants whose invitation still has to be sent. */
  #outbox: string[] = [];

  constructor(clock: Clock, parts: Parts) {
    this.clock = clock;
    this.parts = parts;
  }

  /** worker/grants/act.ts. */
  async act(
    grantId: string,
    event: GrantEvent | ((row: StoredGrant) => GrantEvent | ErrorCode),
    actor: string,
    request: Request,
  ): Promise<Answer> {
    for (;;) {
      const row = loadGrant(this.tables, grantId);
      if (!row) return { ok: false, code: 'not-found' };
      if (row.grant.op === request.op) return { ok: true, changed: true };
      const happens = typeof event === 'function' ? event(row) : event;
      if (typeof happens === 'string') return { ok: false, code: happens };
      const outcome = this.parts.advance(lifecycleOf(row), happens, this.clock.now, GRANT_KINDS[row.grant.spec.kind]);
      if (!outcome.ok) return outcome;
      if (outcome.step === null) return { ok: true, changed: false };
      const { step } = outcome;
      await this.pause(`${actor} writes ${happens.type}`);
      const change = { actor, now: this.clock.now, op: request.op };
      const mailTo = step.mail === 'invitation' ? grantId : null;
      if (this.write(request, mailTo, () => this.parts.writeStep(this.tables, row, step, change)))
        return { ok: true, changed: true };
    }
  }

  /** Writes one batch, unless the worker dies before it; dies after it when it must. */
  write({ crash }: Request, mailTo: string | null, batch: () => boolean): boolean {
    if (crash === 'before the batch') throw new WorkerDied();
    const written = batch();
    if (written && mailTo) this.#outbox.push(mailTo);
    if (written && crash === 'after the batch') throw new WorkerDied();
    return written;
  }

  /** After a request, and by cron: a link is made while sending, from the invitation that is open then. */
  deliverMail(): void {
    for (const grantId of this.#outbox.splice(0)) {
      const invitation = this.tables.invitationOf(grantId);
      if (invitation?.state !== 'open') continue;
      const token = `link-${this.letters.length + 1}-${sha256(invitation.id).slice(0, 30)}`;
      this.tables.tokens.set(sha256(token), invitation.id);
      this.letters.push(token);
    }
  }
}
