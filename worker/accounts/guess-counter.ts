import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../http/index.ts';

/** Failures that cost nothing: people mistype. */
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** A counter that nothing has failed against for this long starts again. */
const FORGET_MS = 60 * 60_000;

interface Count {
  failures: number;
  lastAt: number;
}

/** How long to wait after so many failures: nothing at first, then twice as long each time. */
export function waitAfter(failures: number, freeFailures = FREE_FAILURES): number {
  return failures < freeFailures ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - freeFailures));
}

/** Counts what failed under one name (an address, an e-mail's hash); one object for each name, empty again after an hour. */
export class GuessCounter extends DurableObject<Env> {
  /** Milliseconds until another try is allowed; 0 when it is now. */
  async waitFor(now: number, freeFailures?: number): Promise<number> {
    const count = await this.#read(now);
    return Math.max(0, count.lastAt + waitAfter(count.failures, freeFailures) - now);
  }

  async fail(now: number): Promise<void> {
    const { failures } = await this.#read(now);
    await this.ctx.storage.put<Count>('count', { failures: failures + 1, lastAt: now });
    await this.ctx.storage.setAlarm(now + FORGET_MS);
  }

  async forget(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  async #read(now: number): Promise<Count> {
    const count = await this.ctx.storage.get<Count>('count');
    return count && count.lastAt > now - FORGET_MS ? count : { failures: 0, lastAt: 0 };
  }
}
