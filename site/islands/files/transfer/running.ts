/** What is being sent right now, and what waits a while before another try. */
export class Running {
  readonly #sending = new Map<number, AbortController>();
  readonly #pauses = new Map<number, ReturnType<typeof setTimeout>>();

  get size(): number {
    return this.#sending.size;
  }

  /** Aborted once it is stopped. */
  begin(id: number): AbortSignal {
    const controller = new AbortController();
    this.#sending.set(id, controller);
    return controller.signal;
  }

  end(id: number): void {
    this.#sending.delete(id);
  }

  stop(id: number): void {
    this.forgetPause(id);
    this.#sending.get(id)?.abort();
    this.#sending.delete(id);
  }

  pause(id: number, ms: number, wake: () => void): void {
    this.#pauses.set(id, setTimeout(wake, ms));
  }

  forgetPause(id: number): void {
    clearTimeout(this.#pauses.get(id));
    this.#pauses.delete(id);
  }
}
