/** A moment to start at; a whole second, because hosts count in seconds. */
const START = 1_800_000_000_000;

interface Timer {
  at: number;
  order: number;
  run: () => void;
}

/** Lets everything that was begun run until it waits for a message, a timer or nothing: nothing in the model waits for anything else. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time that moves only when it is told to. */
export class Clock {
  now = START;
  readonly #timers = new Set<Timer>();
  #order = 0;

  /** Runs `run` after `ms`; gives what takes it back. */
  schedule(ms: number, run: () => void): () => void {
    const timer = { at: this.now + Math.max(0, ms), order: this.#order++, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Moves time on, timer by timer; `after` runs when each moment's work has settled. */
  async forward(ms: number, after: () => Promise<void>): Promise<void> {
    const until = this.now + ms;
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.now = Math.max(this.now, next.at);
      this.#timers.delete(next);
      next.run();
      await after();
    }
    this.now = until;
    await after();
  }

  /** Time jumps, as for a machine that slept: what was due meanwhile happens now, once. */
  async leap(ms: number, after: () => Promise<void>): Promise<void> {
    this.now += ms;
    await this.forward(0, after);
  }

  #next(until: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.at <= until && (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order)))
        first = timer;
    }
    return first;
  }
}
