import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { INVARIANTS, type InvariantName } from './invariants/index.ts';
import { InvariantBroken, Judge } from './judge.ts';
import { MUTATIONS } from './mutations.ts';
import { REAL_PARTS } from './parts.ts';
import { lifecycleHolds } from './story.ts';

/** More on request: `RUNS=20000`. */
const RUNS = Number(process.env.RUNS ?? 1200);
/** A planted fault has to be found among this many stories; they are the same ones every time. */
const RUNS_TO_FIND_A_FAULT = 600;
const SEED = Number(process.env.SEED ?? 20261122);
const NAMES = Object.keys(INVARIANTS) as InvariantName[];

beforeAll(() => {
  // The platform answers from another thread; the model needs the same answer in the same turn, or a seed would not repeat a run.
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (_name, data) => {
    const bytes = createHash('sha256')
      .update(new Uint8Array(data as ArrayBuffer))
      .digest();
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  });
});
afterAll(() => vi.restoreAllMocks());

describe('the lifecycle of a grant', () => {
  test(`keeps every invariant in ${RUNS} stories, whatever happens in whatever order`, {
    timeout: 120 * RUNS + 60_000,
  }, async () => {
    const judge = new Judge();
    const begun = performance.now();
    // A failure prints its seed and its shortest story.
    await fc.assert(await lifecycleHolds(REAL_PARTS, judge), { numRuns: RUNS });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const looks = [...judge.looks].map(([name, count]) => `${name} ${count}`);
    const inForce = [...judge.inForce].map(([kind, count]) => `${kind} ${count}`);
    console.log(
      `model: ${RUNS} runs, ${judge.happenings} happenings, ${seconds} s; in force ${inForce.join(', ')}; looked at ${looks.join(', ')}`,
    );
    for (const [kind, count] of judge.inForce) expect(count, `grants of kind ${kind} seen in force`).toBeGreaterThan(RUNS);
    for (const [name, count] of judge.looks) expect(count, `things that ${name} was held against`).toBeGreaterThan(RUNS);
  });
});

describe('the model notices', () => {
  test.each(MUTATIONS)('$name, by $breaks', { timeout: 60_000 }, async ({ breaks, plant }) => {
    // Most faults also keep things from coming to rest in the end; what is wanted is that they are caught in the act.
    const judge = new Judge(NAMES.filter((name) => name === breaks || name !== 'converges'));
    const result = await fc.check(await lifecycleHolds(plant(REAL_PARTS), judge), {
      numRuns: RUNS_TO_FIND_A_FAULT,
      seed: SEED,
      endOnFailure: true,
    });
    expect(result.errorInstance).toBeInstanceOf(InvariantBroken);
    expect(result.errorInstance).toMatchObject({ names: [breaks] });
  });

  test('a fault against every invariant there is', () => {
    expect(MUTATIONS.map(({ breaks }) => breaks).sort()).toEqual(NAMES.toSorted());
  });
});
