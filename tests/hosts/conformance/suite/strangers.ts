import { expect, test } from 'vitest';
import { aUser, type Bench } from '../bench.ts';

/** What somebody did past the product, and what was never ours. */
export function strangers(bench: () => Bench): void {
  test('an account of the same name that is not ours is never touched', async () => {
    const { plantForeign, notOurs, submit, present, absent, reports, port } = bench();
    const stranger = aUser();
    const without = await notOurs();
    await plantForeign(stranger);
    const before = await notOurs();
    expect(before).not.toBe(without);
    await submit(present(stranger, 1));
    await submit(absent(stranger, 2));
    expect(await notOurs()).toBe(before);
    const told = reports.filter(({ principal }) => principal === stranger);
    expect(told.map(({ gen }) => gen)).toEqual(expect.arrayContaining([1, 2]));
    for (const report of told) expect(report).toMatchObject({ t: 'fail', fault: 'unexpected' });
    expect(await port().read(stranger)).toBe('foreign');
    expect((await port().readAll()).map(({ principal }) => principal)).not.toContain(stranger);
  });

  test('what somebody changed by hand is noticed and put right', async () => {
    const { kind, tamperings, present, submit, port, inInventory, signIn, lookedEnough } = bench();
    const cases = tamperings.map(({ name, tamper }) => {
      const user = aUser();
      return { name, user, tamper, wanted: present(user, 1, { level: 0, notAfter: 2_000_000_000 }) };
    });
    const lookAtAll = () => Promise.all(cases.map(({ user }) => inInventory(user)));
    await submit(...cases.map(({ wanted }) => wanted));
    const right = await lookAtAll();
    for (const { user, tamper } of cases) await tamper(user);
    const displaced = await port().displaced();
    const wrong = await lookAtAll();
    const unnoticed = cases.filter(({ user }, at) => !displaced.includes(user) && wrong[at]?.digest === right[at]?.digest);
    expect(unnoticed.map(({ name }) => name)).toEqual([]);
    await submit(...cases.map(({ wanted }) => wanted));
    expect(await lookAtAll()).toEqual(right);
    if (!kind.sparesNewcomers) await lookedEnough();
    for (const { name, user } of cases) expect(await signIn(user, kind.password), name).toBe('in');
  });
}
