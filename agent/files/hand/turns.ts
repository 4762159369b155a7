/** One at a time for each name, and the latest goes first: whoever comes back after a lost connection need not wait for the old one to time out. */
export class Turns {
  readonly #running = new Map<string, { stop: AbortController; ended: Promise<void> }>();

  /** Stops whoever has the turn, waits until that has ended, and works then. */
  async take<T>(name: string, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    for (let before = this.#running.get(name); before; before = this.#running.get(name)) {
      before.stop.abort();
      await before.ended;
    }
    const stop = new AbortController();
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    this.#running.set(name, { stop, ended });
    try {
      return await work(stop.signal);
    } finally {
      this.#running.delete(name);
      resolve();
    }
  }
}
