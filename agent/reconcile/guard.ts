import type { Clock, ServicePort } from './port.ts';

const LOOK_EVERY_MS = 1000;
/** With very many resources a look takes longer; it may use a twentieth of the time at most. */
const REST = 20;
/** A service that was slow to answer, or whose sessions were slow to go, is not left alone for longer. */
const LONGEST_REST_MS = 20_000;

/** Watches that what was granted stays as it was applied. `onDisplaced` hears which resources did not, so that they are put right or the edge is told why not. */
export class Guard {
  #cancel: () => void = () => {};
  #stopped = false;
  readonly #service: Pick<ServicePort, 'displaced'>;
  readonly #clock: Clock;
  readonly #onDisplaced: (principals: string[]) => void;
  readonly #complain: (words: string) => void;

  constructor(
    service: Pick<ServicePort, 'displaced'>,
    clock: Clock,
    onDisplaced: (principals: string[]) => void,
    complain: (words: string) => void = () => {},
  ) {
    this.#service = service;
    this.#clock = clock;
    this.#onDisplaced = onDisplaced;
    this.#complain = complain;
  }

  async look(): Promise<void> {
    const began = this.#clock.now();
    try {
      const displaced = await this.#service.displaced();
      if (displaced.length > 0) this.#onDisplaced(displaced);
    } catch (error) {
      this.#complain(`guard: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
    if (this.#stopped) return;
    const rest = Math.max(LOOK_EVERY_MS, Math.min(LONGEST_REST_MS, REST * (this.#clock.now() - began)));
    this.#cancel = this.#clock.after(rest, () => void this.look());
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }
}
