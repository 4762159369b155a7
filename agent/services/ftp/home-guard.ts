import type { Clock } from '../../reconcile/index.ts';
import type { FtpService } from './ftp-service.ts';

const LOOK_EVERY_MS = 1000;
/** With very many users a look takes longer; it may use a twentieth of the time at most. */
const REST = 20;

/** Watches that every home stays a real directory. `onShutOut` hears who was shut out, so that the edge can be told why. */
export class HomeGuard {
  #cancel: () => void = () => {};
  #stopped = false;
  readonly #ftp: FtpService;
  readonly #clock: Clock;
  readonly #onShutOut: (principals: string[]) => void;
  readonly #complain: (words: string) => void;

  constructor(
    ftp: FtpService,
    clock: Clock,
    onShutOut: (principals: string[]) => void,
    complain: (words: string) => void = () => {},
  ) {
    this.#ftp = ftp;
    this.#clock = clock;
    this.#onShutOut = onShutOut;
    this.#complain = complain;
  }

  async look(): Promise<void> {
    const began = this.#clock.now();
    try {
      const out = await this.#ftp.shutOutDisplaced();
      if (out.length > 0) this.#onShutOut(out);
    } catch (error) {
      this.#complain(`homes: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
    if (this.#stopped) return;
    this.#cancel = this.#clock.after(Math.max(LOOK_EVERY_MS, REST * (this.#clock.now() - began)), () => void this.look());
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }
}
