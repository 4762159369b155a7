import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is neither null, undefined nor false; throws after `ms` with what was waited for. */
export async function waitFor<T>(
  what: string,
  ask: () => T | Promise<T>,
  { ms = 10_000, every = 25 } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = Date.now() + ms;
  let fault: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer as NonNullable<Exclude<T, false>>;
      fault = undefined;
    } catch (thrown) {
      fault = thrown;
    }
    await sleep(every);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${ms} ms in vain: ${what}`, { cause: fault });
}
