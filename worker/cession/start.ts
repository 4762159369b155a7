import { sql } from 'drizzle-orm';
import { auditRow } from '../audit/index.ts';
import { cession, type Database } from '../db/index.ts';
import type { CallerAccount } from '../http/index.ts';
import { mayPass } from './guards.ts';
import { letters, toBoth } from './letters-store.ts';
import { CESSION_MS } from './rules.ts';
import { type Circumstances, countOp, runBatch } from './store.ts';

export interface Beginning {
  /** From the request's idempotency key, so that a repeat finds the first one's row. */
  id: string;
  account: CallerAccount;
  /** The domain that alone is given away; null for the whole account. */
  domain: { id: string; name: string } | null;
  taker: { name: string; email: string };
}

/** True when a batch failed because the same is being ceded already. */
function isUnderWayAlready(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed: cession\.(account_id|service_id)/.test(cause.message)) return true;
  }
  return false;
}

/** Writes a cession that begins; says whether another one stood in its way, or the account has been blocked meanwhile. */
export async function begin(
  db: Database,
  { id, account, domain, taker }: Beginning,
  { actor, now, op }: Circumstances,
): Promise<'begun' | 'under-way' | 'lost'> {
  const row = {
    id,
    kind: domain ? ('domain' as const) : ('account' as const),
    accountId: account.id,
    serviceId: domain?.id ?? null,
    state: 'offered' as const,
    ownerEpoch: account.ownerEpoch,
    startedBy: actor.id ?? '',
    startedByName: actor.name,
    takerName: taker.name,
    takerEmail: taker.email,
    createdAt: now,
    expiresAt: now + CESSION_MS,
    op,
  };
  const what = domain ? `domena ${domain.name}` : `konto nr ${account.clientNumber}`;
  const ours = domain ? sql`(EXISTS (SELECT 1 FROM service WHERE id = ${domain.id} AND account_id = ${account.id}))` : sql`1`;
  const may = mayPass({ accountId: account.id, ownerEpoch: account.ownerEpoch }, now);
  const hits = sql`${countOp(id, op)} * ${may} * ${ours}`;
  const details = { what, to: taker.name, op };
  try {
    const written = await runBatch(
      db,
      db.insert(cession).values(row),
      ...letters(db, row, toBoth('cession-offered'), now),
      auditRow(db, actor, { accountId: account.id, grantId: null, at: now, action: 'cession.offered', details, hits }),
    );
    return written ? 'begun' : 'lost';
  } catch (error) {
    if (isUnderWayAlready(error)) return 'under-way';
    throw error;
  }
}
