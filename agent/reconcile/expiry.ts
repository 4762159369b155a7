import type { Clock, ServicePort } from './port.ts';

/** Looks at least this often, whatever the clock did meanwhile; well below the 90 seconds an end may be late. */
const AT_LEAST_EVERY_MS = 20_000;
/** A sign-in that was under way when the end came shows itself within this time. */
const STRAGGLERS_MS = 2000;
const AFTER_A_FAULT_MS = 1000;

/** Ends live sessions at their end date, with or without the edge. New sign-ins are refused by the service itself. */
export class ExpirySweep {
  readonly #service: ServicePort;
  readonly #clock: Clock;
  readonly #complain: (words: string) => void;
  #cancel: () => void = () => {};
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(service: ServicePort, clock: Clock, complain: (words: string) => void = () => {}) {
    this.#service = service;
    this.#clock = clock;
    this.#complain = complain;
  }

  /** Sweeps now and plans the next sweep. Call at start, at connect, and whenever an end date may have changed. */
  sweep(): Promise<void> {
    this.#again = this.#running !== null;
    this.#running ??= this.#run();
    return this.#running;
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  async #run(): Promise<void> {
    let wait = AFTER_A_FAULT_MS;
    do {
      this.#again = false;
      wait = await this.#once();
    } while (this.#again);
    this.#running = null;
    if (this.#stopped) return;
    this.#cancel();
    this.#cancel = this.#clock.after(wait, () => void this.sweep());
  }

  async #once(): Promise<number> {
    const now = this.#clock.now();
    try {
      const result = await this.#service.endExpired(Math.floor(now / 1000));
      if (!result.ok) return AFTER_A_FAULT_MS;
      if (result.ended > 0) return STRAGGLERS_MS;
      return result.next === null ? AT_LEAST_EVERY_MS : Math.min(AT_LEAST_EVERY_MS, Math.max(0, result.next * 1000 - now));
    } catch (error) {
      this.#complain(`expiry: ${error instanceof Error ? error.message : 'unknown error'}`);
      return AFTER_A_FAULT_MS;
    }
  }
}
