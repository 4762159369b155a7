import type { ApplyFault, VendorName } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { acknowledge, reportFault } from '../grants/index.ts';
import { reportFault as reportBreakdown } from '../http/index.ts';
import type { Vendors } from './connect.ts';
import type { Told, Vendor } from './port.ts';
import { isLong, nextTry } from './rules.ts';
import {
  type DueSeat,
  isLettingGo,
  keepMemory,
  leaseSeat,
  loadDueSeats,
  loadUnconfirmedSeat,
  memoryOf,
  orderOf,
  releaseSeat,
  VENDOR_NAMES,
  vendorOf,
} from './store.ts';

/** What the courier needs of the world. */
export interface Courier {
  db: Database;
  vendors: Vendors;
  now: () => number;
  wait: (ms: number) => Promise<unknown>;
}

/** How often a seat is tried again at once because something else has come to be wanted of it. */
const ROUNDS = 3;
/** How many seats of one vendor one call takes on; the next one takes the rest. */
const AT_ONCE = 20;

/**
 * Tells vendors of seats that they have not confirmed, and the grants of what came of it. What is lost in between is still
 * unconfirmed, and so comes up again.
 */
export async function deliverDue(courier: Courier): Promise<void> {
  const { db, now } = courier;
  const deliverTo = async (name: VendorName) => {
    for (const seat of await loadDueSeats(db, name, now(), AT_ONCE)) await deliver(courier, seat);
  };
  await Promise.all(VENDOR_NAMES.map(deliverTo));
}

/** The same for one seat, whose time need not have come: somebody has just changed what is wanted of it. */
export async function deliverSeat(courier: Courier, grantId: string): Promise<void> {
  const seat = await loadUnconfirmedSeat(courier.db, grantId);
  if (seat) await deliver(courier, seat);
}

async function deliver(courier: Courier, seat: DueSeat): Promise<void> {
  const name = vendorOf(seat);
  if (!name) return;
  for (let round = 0; round < ROUNDS; round += 1) if (!(await tryOnce(courier, courier.vendors[name], seat))) return;
}

/** One try at one seat; true when something else has come to be wanted of it meanwhile. */
async function tryOnce(courier: Courier, vendor: Vendor, due: DueSeat): Promise<boolean> {
  const { db, now } = courier;
  if (!(await leaseSeat(db, due, now()))) return false;
  // Read anew: what was wanted when it was found may have been done and undone before it was leased.
  const seat = await loadUnconfirmedSeat(db, due.grantId);
  if (!seat) {
    await releaseSeat(db, due, { attempts: 0, dueAt: 0 });
    return false;
  }
  try {
    await settle(courier, vendor, seat);
  } catch (error) {
    reportBreakdown(error, `seat ${seat.grantId}`);
    await putOff(courier, seat, { problem: 'unexpected', waitMs: null });
  }
  const left = await loadUnconfirmedSeat(db, seat.grantId);
  return left !== undefined && left.gen > seat.gen;
}

async function settle(courier: Courier, vendor: Vendor, seat: DueSeat): Promise<void> {
  const { db, now } = courier;
  const order = await orderOf(db, seat);
  let memory = memoryOf(seat);
  const apply = () =>
    vendor.apply(order, memory, async (kept) => {
      memory = kept;
      await keepMemory(db, seat.grantId, kept);
    });
  const first = await apply();
  if (!first.done) return putOff(courier, seat, first);
  if (order.role === null) {
    await acknowledge(db, seat.hostId, { ...named(seat), outcome: 'absent', look: 1, late: 0 }, now());
    if (vendor.secondLookMs > 0) {
      await courier.wait(vendor.secondLookMs);
      const second = await apply();
      if (!second.done) return putOff(courier, seat, second);
    }
    await acknowledge(db, seat.hostId, { ...named(seat), outcome: 'absent', look: 2, late: 0 }, now());
  } else await acknowledge(db, seat.hostId, { ...named(seat), outcome: 'present' }, now());
  await releaseSeat(db, seat, { attempts: 0, dueAt: 0 });
}

const named = ({ principal, gen }: DueSeat) => ({ kind: 'seat' as const, principal, gen });

/** Leaves a seat for later, and says what is in the way once that is more than a moment's wait. */
async function putOff({ db, now }: Courier, seat: DueSeat, { problem, waitMs }: Omit<Extract<Told, { done: false }>, 'done'>) {
  const attempts = (seat.attempts ?? 0) + 1;
  // Whoever had the seat before has not been let go of yet: that there is none now says nothing.
  const passing = problem === 'vendor-seats-out' && (await isLettingGo(db, seat));
  const fault: ApplyFault | null = (passing ? null : problem) ?? (isLong(attempts) ? 'service-unavailable' : null);
  // When something else is wanted of it now, such as an end to what can never be, that need not wait.
  const otherwise = fault !== null && (await reportFault(db, seat.hostId, { ...named(seat), fault }, now()));
  await releaseSeat(db, seat, otherwise ? { attempts: 0, dueAt: 0 } : { attempts, dueAt: nextTry(attempts, waitMs, now()) });
}
