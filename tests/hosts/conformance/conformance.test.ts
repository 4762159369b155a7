import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { AccessKind } from '../../../contract/index.ts';
import { type Bench, openBench } from './bench.ts';
import { KINDS_UNDER_TEST } from './kinds.ts';
import { ending } from './suite/ending.ts';
import { giving } from './suite/giving.ts';
import { strangers } from './suite/strangers.ts';

/** Kinds run side by side, because each waits a lot for its own daemon; the tests of a kind share that daemon, one after another. */
describe.concurrent.each(Object.keys(KINDS_UNDER_TEST) as AccessKind[])('an access of kind %s', (kind) => {
  let bench: Bench;
  let notOurs: string;
  beforeAll(async () => {
    bench = await openBench(KINDS_UNDER_TEST[kind]);
  });
  afterAll(() => bench.close());

  describe('and what is not ours', { concurrent: false }, () => strangers(() => bench));

  describe('and what is not ours stays byte for byte as it was, while it', { concurrent: false }, () => {
    beforeEach(async () => {
      notOurs = await bench.notOurs();
    });
    afterEach(async () => expect(await bench.notOurs()).toBe(notOurs));
    describe('is given:', { concurrent: false }, () => giving(() => bench));
    describe('ends:', { concurrent: false }, () => ending(() => bench));
  });
});
