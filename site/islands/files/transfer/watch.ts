import type { Queue, Totals } from './queue.ts';
import { Speed } from './speed.ts';
import type { Transfer, TransferState } from './transfer.ts';

const TELL_EVERY = 200;
const ROWS = 50;
/** What a person may do something about comes first. */
const SHOWN: readonly TransferState[] = ['running', 'offline', 'paused', 'failed', 'waiting'];
const GOING: readonly TransferState[] = ['waiting', 'running', 'offline'];

/** What a page shows of all transfers. */
export interface Snapshot {
  totals: Totals;
  /** At most fifty. */
  rows: readonly Transfer[];
  asking: Transfer | null;
  /** Bytes still go without a further word of the person. */
  going: boolean;
  held: boolean;
  diskFull: boolean;
  /** Milliseconds; null while it cannot be told. */
  left: number | null;
}
export type Standing = Pick<Snapshot, 'held' | 'diskFull'>;

/** Looks at a queue for those who listen: thousands of changes a second become five looks. */
export class Watch {
  readonly #queue: Queue;
  readonly #standing: () => Standing;
  readonly #now: () => number;
  readonly #speed = new Speed();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Snapshot | null = null;

  constructor(queue: Queue, standing: () => Standing, now: () => number = Date.now) {
    this.#queue = queue;
    this.#standing = standing;
    this.#now = now;
  }

  get snapshot(): Snapshot {
    this.#last ??= this.#look();
    return this.#last;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Something has changed. */
  tell(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#last = this.#look();
      for (const listener of this.#listeners) listener();
    }, TELL_EVERY);
  }

  /** What was measured before a pause says nothing of what comes after it. */
  forgetSpeed(): void {
    this.#speed.forget();
  }

  #look(): Snapshot {
    const { totals } = this.#queue;
    const standing = this.#standing();
    this.#speed.mark(this.#now(), totals.sent);
    return {
      ...standing,
      totals,
      rows: this.#rows(),
      asking: this.#queue.in('asking', 1)[0] ?? null,
      going: !standing.held && GOING.some((state) => totals.counts[state] > 0),
      left: totals.counts.running > 0 ? this.#speed.timeFor(totals.size - totals.sent) : null,
    };
  }

  #rows(): Transfer[] {
    const rows: Transfer[] = [];
    for (const state of SHOWN) {
      // A directory is no more than a step on a file's way, unless it is what went wrong.
      const found = this.#queue.in(state, ROWS).filter(({ file }) => file !== null || state === 'failed');
      rows.push(...found.slice(0, ROWS - rows.length));
    }
    return rows;
  }
}
