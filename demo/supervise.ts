import { setTimeout as sleep } from 'node:timers/promises';

/** A part that runs until it is stopped; `gone` resolves when it ends, wanted or not. */
export type Part = { name: string; stop: () => Promise<void>; gone?: Promise<unknown> };

/** Why everything stopped: somebody asked, or a part ended by itself. */
export type End = { why: 'asked' } | { why: 'died'; part: string };

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Holds the parts that run, in the order they were started. */
export class Supervisor {
  private readonly parts: Part[] = [];
  private ending = false;
  private finish: (end: End) => void = () => {};
  /** Resolves with the first reason to stop. */
  readonly ended = new Promise<End>((resolve) => {
    this.finish = resolve;
  });

  private readonly askToStop = (): void => {
    this.ending = true;
    this.finish({ why: 'asked' });
  };

  constructor() {
    this.takeSignals();
  }

  /** Miniflare answers a signal by ending this process at once, which would leave the other parts running: here only one listens. */
  private takeSignals(): void {
    for (const signal of SIGNALS) process.removeAllListeners(signal).on(signal, this.askToStop);
  }

  get stopping(): boolean {
    return this.ending;
  }

  add(part: Part): void {
    this.parts.push(part);
    this.takeSignals();
    void part.gone?.then(async () => {
      // Ctrl-C reaches daemons of the same terminal too, and one may be gone before our own signal is heard.
      await sleep(200);
      if (this.ending) return;
      this.ending = true;
      this.finish({ why: 'died', part: part.name });
    });
  }

  /** Stops everything, last started first; all are tried, and failures are reported together. */
  async stopAll(): Promise<void> {
    this.ending = true;
    const faults: unknown[] = [];
    for (let part = this.parts.pop(); part; part = this.parts.pop())
      await part.stop().catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw new AggregateError(faults, 'some parts did not stop');
  }
}
