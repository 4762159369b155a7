import { and, eq, sql } from 'drizzle-orm';
import type { AccessKind, ApplyFault } from '../../contract/index.ts';
import { CLOCK, hostActor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { desired, grants } from '../db/schema.ts';
import { act } from './act.ts';
import type { GrantEvent } from './lifecycle.ts';
import { loadByPrincipal, loadDue, loadGrant, type StoredGrant } from './rows.ts';

/** What is spoken of, by the name it has with a host or a vendor. */
interface Named {
  kind: AccessKind | 'seat';
  principal: string;
  gen: number;
}
type Ack = Named & ({ outcome: 'present' } | { outcome: 'absent'; look: 1 | 2; late: number });
type Fail = Named & { fault: ApplyFault };

/** How many ended grants one wake of the clock takes on; the next wake takes the rest. */
const DUE_AT_ONCE = 100;

/** A host has applied a state. An older gen than the present one changes nothing. */
export async function acknowledge(db: Database, hostId: string, ack: Ack, now: number): Promise<void> {
  const event: GrantEvent =
    ack.outcome === 'present'
      ? { type: 'ack-present', gen: ack.gen }
      : { type: 'ack-absent', gen: ack.gen, look: ack.look, late: ack.late };
  await fromHost(db, hostId, ack, event, now);
  // A repaired host confirms a state of a grant that has long been in force, or gone: only the courier's own mark is left to set.
  if (ack.outcome === 'present' || ack.look === 2) {
    await db
      .update(desired)
      .set({ ackedGen: ack.gen })
      .where(
        and(
          eq(desired.hostId, hostId),
          eq(desired.kind, ack.kind),
          eq(desired.principal, ack.principal),
          eq(desired.gen, ack.gen),
          sql`acked_gen < ${ack.gen}`,
        ),
      );
  }
}

/** A host could not apply a state; true when something else is wanted of it now. */
export async function reportFault(db: Database, hostId: string, fail: Fail, now: number): Promise<boolean> {
  const row = await fromHost(db, hostId, fail, { type: 'fault', gen: fail.gen, fault: fail.fault }, now);
  // What was confirmed once and fails now is unconfirmed again: the link asks until it hears that all is well, also when
  // that news was lost, or was overtaken by this.
  await db
    .update(desired)
    .set({ ackedGen: fail.gen - 1 })
    .where(
      and(
        eq(desired.hostId, hostId),
        eq(desired.kind, fail.kind),
        eq(desired.principal, fail.principal),
        eq(desired.gen, fail.gen),
        eq(desired.ackedGen, fail.gen),
      ),
    );
  return row !== null && row.grant.gen > fail.gen;
}

/** A host knows a higher gen than the restored tables; what they say is wanted anew. */
export async function overtaken(db: Database, hostId: string, item: Named, now: number): Promise<void> {
  await fromHost(db, hostId, item, { type: 'overtaken', gen: item.gen }, now);
}

async function fromHost(db: Database, hostId: string, about: Named, event: GrantEvent, now: number): Promise<StoredGrant | null> {
  const load = () => loadByPrincipal(db, hostId, about.kind, about.principal);
  const first = await load();
  if (!first) return null;
  const acted = await act(db, load, event, hostActor(hostId, first.host.name), now);
  return acted.ok ? acted.row : null;
}

/** Begins to take back what has passed its end date; gives the hosts that must hear of it, and the accounts that somebody no longer signs in to. */
export async function endDue(db: Database, now: number): Promise<{ hosts: string[]; leftPanels: string[] }> {
  const due = await loadDue(db, now, DUE_AT_ONCE);
  for (const { grant } of due) await act(db, () => loadGrant(db, grant.accountId, grant.id), { type: 'expire' }, CLOCK, now);
  const hosts = due.filter((row) => row.desired !== null).map((row) => row.grant.hostId);
  const leftPanels = due.filter(({ member }) => member !== null).map((row) => row.grant.accountId);
  return { hosts: [...new Set(hosts)], leftPanels: [...new Set(leftPanels)] };
}

/** When the next present grant of a host ends, epoch ms; null when none has an end date. */
export async function nextEnd(db: Database, hostId: string): Promise<number | null> {
  const row = await db
    .select({ at: grants.notAfter })
    .from(grants)
    .where(
      and(
        sql`${grants.state} IN ('requested', 'pending', 'active') AND ${grants.notAfter} IS NOT NULL`,
        eq(grants.hostId, hostId),
      ),
    )
    .orderBy(grants.notAfter)
    .limit(1)
    .get();
  return row?.at ?? null;
}
