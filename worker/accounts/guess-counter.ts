import { DurableObject } from 'cloudflare:workers';
import type { Env, GuessCounterCalls } from '../http/index.ts';

const FIRST_WAIT_MS = 2_000;
/** Long enough to make guessing hopeless, short enough that a stranger cannot lock the owner out for long. */
const LONGEST_WAIT_MS = 5 * 60_000;
/** A counter that nothing has failed against for this long starts again. */
const FORGET_MS = 60 * 60_000;

interface Count {
  failures: number;
  lastAt: number;
}

/** How long to wait after so many failures: nothing at first, then twice as long each time. */
export function waitAfter(failures: number, freeFailures: number): number {
  return failures < freeFailures ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - freeFailures));
}

/** Counts what failed under one name (an e-mail's hash, an address): one object for each name, empty again after an hour. */
export class GuessCounter extends DurableObject<Env> implements GuessCounterCalls {
  async waitFor(now: number, freeFailures: number): Promise<number> {
    const { failures, lastAt } = await this.#read(now);
    return Math.max(0, lastAt + waitAfter(failures, freeFailures) - now);
  }

  async attempt(now: number, freeFailures: number): Promise<number> {
    const wait = await this.waitFor(now, freeFailures);
    if (wait === 0) await this.fail(now);
    return wait;
  }

  async fail(now: number): Promise<void> {
    const { failures } = await this.#read(now);
    await this.ctx.storage.put<Count>('count', { failures: failures + 1, lastAt: now });
    await this.ctx.storage.setAlarm(now + FORGET_MS);
  }

  async pardon(): Promise<void> {
    const count = await this.ctx.storage.get<Count>('count');
    if (count && count.failures > 1) await this.ctx.storage.put<Count>('count', { ...count, failures: count.failures - 1 });
    else await this.forget();
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
