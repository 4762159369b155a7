import type { DesiredItem } from '../../contract/index.ts';
import type { Resource } from '../journal/index.ts';
import type { Clock } from './port.ts';

type Lane = {
  running: boolean;
  wanted: DesiredItem | null;
  newest: number;
  attempt: number;
  timers: Map<'retry' | 'look', () => void>;
};

/**
 * One lane per resource: within it one change at a time and the newest wins, between them no waiting,
 * so that a poisoned resource blocks only itself.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #clock: Clock;
  readonly #carryOut: (item: DesiredItem) => Promise<void>;
  #waiting: (() => void)[] = [];

  constructor(clock: Clock, carryOut: (item: DesiredItem) => Promise<void>) {
    this.#clock = clock;
    this.#carryOut = carryOut;
  }

  /** Takes an item; one older than what this lane has seen is dropped, so that it cannot push aside a newer one's retry. */
  take(item: DesiredItem): void {
    const lane = this.#laneOf(item);
    if (item.gen < lane.newest) return;
    lane.newest = item.gen;
    lane.wanted = item;
    lane.attempt = 0;
    this.#cancel(lane, 'retry');
    this.#start(lane);
  }

  /** Tries the item again after `delay(attempt)` milliseconds, unless something newer comes first. */
  retry(item: DesiredItem, delay: (attempt: number) => number): void {
    const lane = this.#laneOf(item);
    if (lane.wanted !== null) return;
    this.#later(lane, 'retry', delay(lane.attempt++), () => {
      lane.wanted ??= item;
      this.#start(lane);
    });
  }

  /** Calls `look` once after `ms`; false when such a look already waits. */
  lookLater(item: DesiredItem, ms: number, look: () => void): boolean {
    const lane = this.#laneOf(item);
    if (lane.timers.has('look')) return false;
    this.#later(lane, 'look', ms, look);
    return true;
  }

  /** True while a resource is being changed, or waits for that. */
  isUnderWay({ kind, principal }: Resource): boolean {
    const lane = this.#lanes.get(`${kind}/${principal}`);
    return lane !== undefined && (lane.running || lane.wanted !== null || lane.timers.has('retry'));
  }

  cancelLook(item: DesiredItem): void {
    this.#cancel(this.#laneOf(item), 'look');
  }

  /** Runs `work` in the item's lane, after what runs there now. */
  async alone(item: DesiredItem, work: () => Promise<void>): Promise<void> {
    const lane = this.#laneOf(item);
    while (lane.running) await this.whenSomethingEnds();
    lane.running = true;
    try {
      await work();
    } finally {
      this.#ended(lane);
    }
  }

  /** True while nothing runs or waits for its turn; timers do not count. */
  get idle(): boolean {
    return [...this.#lanes.values()].every((lane) => !lane.running && lane.wanted === null);
  }

  whenSomethingEnds(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  stop(): void {
    for (const lane of this.#lanes.values()) {
      lane.wanted = null;
      for (const cancel of lane.timers.values()) cancel();
      lane.timers.clear();
    }
  }

  #start(lane: Lane): void {
    if (lane.running || lane.wanted === null) return;
    const item = lane.wanted;
    lane.wanted = null;
    lane.running = true;
    void this.#carryOut(item).finally(() => this.#ended(lane));
  }

  #ended(lane: Lane): void {
    lane.running = false;
    this.#start(lane);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  #laneOf(item: DesiredItem): Lane {
    const key = `${item.kind}/${item.principal}`;
    const lane = this.#lanes.get(key) ?? { running: false, wanted: null, newest: 0, attempt: 0, timers: new Map() };
    this.#lanes.set(key, lane);
    return lane;
  }

  #later(lane: Lane, name: 'retry' | 'look', ms: number, work: () => void): void {
    this.#cancel(lane, name);
    lane.timers.set(
      name,
      this.#clock.after(ms, () => {
        lane.timers.delete(name);
        work();
      }),
    );
  }

  #cancel(lane: Lane, name: 'retry' | 'look'): void {
    lane.timers.get(name)?.();
    lane.timers.delete(name);
  }
}
