import { OVER, type Transfer, type TransferState } from './transfer.ts';

export type Counts = Record<TransferState, number>;
const NONE: Counts = { waiting: 0, running: 0, paused: 0, offline: 0, asking: 0, done: 0, failed: 0, skipped: 0, cancelled: 0 };

export interface Totals {
  /** Of files and directories. */
  counts: Counts;
  /** Bytes of what is not given up, and how many of them have arrived. */
  size: number;
  sent: number;
}

const GIVEN_UP: ReadonlySet<TransferState> = new Set(['failed', 'skipped', 'cancelled']);
const weigh = ({ state, size, sent }: Transfer) => (GIVEN_UP.has(state) ? { size: 0, sent: 0 } : { size, sent });

/** Transfers by id, each state's in the order they came, with sums that need no walk over thousands of them. */
export class Queue {
  readonly #all = new Map<number, Transfer>();
  readonly #by = new Map<TransferState, Set<number>>(
    (Object.keys(NONE) as TransferState[]).map((state) => [state, new Set<number>()]),
  );
  #size = 0;
  #sent = 0;

  get totals(): Totals {
    const counts = { ...NONE };
    for (const [state, ids] of this.#by) counts[state] = ids.size;
    return { counts, size: this.#size, sent: this.#sent };
  }

  get(id: number): Transfer | undefined {
    return this.#all.get(id);
  }

  /** Up to `most` of those in a state. */
  in(state: TransferState, most = Number.POSITIVE_INFINITY): Transfer[] {
    const found: Transfer[] = [];
    for (const id of this.#ids(state)) {
      if (found.length >= most) break;
      const transfer = this.#all.get(id);
      if (transfer) found.push(transfer);
    }
    return found;
  }

  add(transfers: readonly Transfer[]): void {
    for (const transfer of transfers) this.#put(transfer);
  }

  change(id: number, part: Partial<Omit<Transfer, 'id' | 'file'>>): void {
    const before = this.#all.get(id);
    if (before) this.#put({ ...before, ...part });
  }

  remove(id: number): void {
    const old = this.#all.get(id);
    if (!old) return;
    const { size, sent } = weigh(old);
    this.#size -= size;
    this.#sent -= sent;
    this.#ids(old.state).delete(id);
    this.#all.delete(id);
  }

  /** Forgets everything that is over. */
  forgetOver(): void {
    for (const state of OVER) for (const { id } of this.in(state)) this.remove(id);
  }

  #ids(state: TransferState): Set<number> {
    return this.#by.get(state) ?? new Set();
  }

  #put(transfer: Transfer): void {
    const old = this.#all.get(transfer.id);
    const before = old ? weigh(old) : { size: 0, sent: 0 };
    const after = weigh(transfer);
    this.#size += after.size - before.size;
    this.#sent += after.sent - before.sent;
    if (old && old.state !== transfer.state) this.#ids(old.state).delete(transfer.id);
    this.#ids(transfer.state).add(transfer.id);
    this.#all.set(transfer.id, transfer);
  }
}
