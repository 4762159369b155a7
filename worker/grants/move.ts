import type { ErrorCode } from '../../contract/index.ts';
import { type Actor, lostRace } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { birth } from './create.ts';
import { kindOf } from './kinds/index.ts';
import { seatIsHeld } from './kinds/seat/effects.ts';
import { advance } from './lifecycle.ts';
import { lifecycleOf, loadGrant, type StoredGrant, specOf } from './rows.ts';
import { stepStatements } from './store.ts';

interface Move {
  /** Derived from the request's idempotency key, so that a repeat after a crash finds what it made. */
  id: string;
  account: { id: string; ownerEpoch: number };
  /** Null once it is not there for whoever asks. */
  load: () => Promise<StoredGrant | undefined>;
  /** `email` is folded. */
  person: { name: string; email: string };
  actor: Actor;
}
type Moved = { ok: true; row: StoredGrant } | { ok: false; code: ErrorCode };

/** More rivals than this at one seat at one moment is not chance but a fault. */
const MAX_RIVALS = 50;

/**
 * Withdraws a seat from one person and assigns it to another in one batch, so that neither is without the other. What is taken
 * stays the same: the old one counts no more, and whoever keeps it is told of its end first.
 */
export async function moveSeat(db: Database, { id, account, load, person, actor }: Move): Promise<Moved> {
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const made = await loadGrant(db, account.id, id);
    if (made) return { ok: true, row: made };
    const row = await load();
    if (!row) return { ok: false, code: 'not-found' };
    const { grant } = row;
    const kind = kindOf(grant.kind);
    const now = Date.now();
    const outcome = advance(lifecycleOf(row), { type: 'revoke', reason: 'moved' }, now, kind);
    if (!outcome.ok) return outcome;
    if (outcome.step === null) return { ok: false, code: 'grant-ended' };
    const end = await stepStatements(db, row, outcome.step, actor, now, crypto.randomUUID());
    const { insert, rest } = await birth(db, successorOf(row, id, account, person), actor, now);
    try {
      await db.batch([end[0], ...end.slice(1), insert, ...rest]);
    } catch (error) {
      if (seatIsHeld(error)) return { ok: false, code: 'seat-held' };
      if (!lostRace(error) && !(await loadGrant(db, account.id, id))) throw error;
    }
  }
  throw new Error('a seat kept changing while it was passed on');
}

/** The same seat, for somebody else. */
const successorOf = (
  { grant, service }: StoredGrant,
  id: string,
  account: Move['account'],
  { name, email }: Move['person'],
): Parameters<typeof birth>[1] => ({
  id,
  accountId: account.id,
  ownerEpoch: account.ownerEpoch,
  service: { id: grant.serviceId, hostId: grant.hostId, tree: service.tree, name: service.name },
  body: {
    serviceId: grant.serviceId,
    spec: specOf(grant),
    grantee: { name, email },
    notAfter: grant.notAfter,
    credential: null,
    why: null,
  },
  email,
  secret: null,
  toAccountId: null,
  takesOver: true,
});
