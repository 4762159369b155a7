import { expect, test } from 'vitest';
import { KINDS, sha256Hex } from '../../../../contract/index.ts';
import { aUser, type Bench, travelling } from '../bench.ts';

/** What an access opens and what it does not. */
export function giving(bench: () => Bench): void {
  test('works for a program that is not ours, and only once it is granted', async () => {
    const { kind, signIn, submit, present, readGranted } = bench();
    const user = aUser();
    expect(await signIn(user, kind.password)).toBe('refused');
    await submit(present(user, 1));
    expect(await signIn(user, kind.password)).toBe('in');
    expect(await readGranted(user)).not.toBe('');
  });

  test('is refused with any other password', async () => {
    const { kind, give, signIn } = bench();
    const user = await give();
    for (const typed of ['', 'inne', `${kind.password} `, kind.hash(kind.password)])
      expect(await signIn(user, typed)).toBe('refused');
  });

  test('opens nothing beside what was granted', async () => {
    const { kind, give, readBeside } = bench();
    for (const level of kind.levels.keys()) {
      const found = await readBeside(await give({ level }));
      expect(Object.keys(found)).not.toEqual([]);
      expect(Object.entries(found).filter(([, text]) => text !== '')).toEqual([]);
    }
  });

  test('changes something only where its level says so', async () => {
    const { kind, give, acts, picture } = bench();
    const users: string[] = [];
    for (const level of kind.levels.keys()) users.push(await give({ level }));
    let now = await picture();
    for (const { name, level, attempt } of acts) {
      await Promise.all(users.slice(0, level).map(attempt));
      expect(await picture(), `${name}, by those who may not`).toBe(now);
      const mayDoIt = users[level];
      if (mayDoIt === undefined) continue;
      await attempt(mayDoIt);
      const after = await picture();
      expect(after, `${name}, by somebody who may`).not.toBe(now);
      now = after;
    }
  });

  test('is told with the digest that the contract asks for, and reads back so one by one and all at once', async () => {
    const { kind, reports, submit, present, port } = bench();
    for (const level of kind.levels.keys()) {
      const user = aUser();
      const item = present(user, 1, { level, notAfter: 2_000_000_000 });
      await submit(item);
      const digest = item.state === null ? '' : await sha256Hex(KINDS[kind.kind].digestInput(item.state));
      expect(reports.findLast(({ principal }) => principal === user)).toMatchObject({
        t: 'ack',
        outcome: 'present',
        gen: 1,
        digest,
      });
      const standing = await port().read(user);
      expect(standing).toMatchObject({ principal: user, gen: 1, digest });
      expect((await port().readAll()).find(({ principal }) => principal === user)).toEqual(standing);
    }
  });

  test('changes nothing when the same is said again, and obeys nothing older', async () => {
    const { submit, present, absent, signIn, kind, ours } = bench();
    const user = aUser();
    await submit(present(user, 5));
    const before = await ours(user);
    expect(before).toContain(user);
    await submit(present(user, 5), present(user, 5));
    await submit(absent(user, 4));
    await submit(present(user, 3, { level: 0 }));
    expect(await ours(user)).toBe(before);
    expect(await signIn(user, kind.password)).toBe('in');
  });

  test('keeps its password when only the print comes, and refuses a print of another', async () => {
    const { kind, give, submit, present, signIn, reports } = bench();
    const user = await give();
    const { password } = present(user, 1).state as { password: { print: string } };
    await submit(present(user, 2, { level: 0, password: { hash: null, print: password.print } }));
    expect(await signIn(user, kind.password)).toBe('in');
    await submit(present(user, 3, { password: { hash: null, print: '0'.repeat(64) } }));
    expect(reports.findLast(({ principal }) => principal === user)).toMatchObject({ t: 'fail', fault: 'credential-missing' });
    expect(await signIn(user, kind.password)).toBe('refused');
  });

  test('takes a new password, and the old one opens nothing any more', async () => {
    const { kind, give, submit, present, signIn } = bench();
    const user = await give();
    await submit(present(user, 2, { password: travelling(kind, `${kind.password}-nowe`) }));
    expect([await signIn(user, kind.password), await signIn(user, `${kind.password}-nowe`)]).toEqual(['refused', 'in']);
  });

  test('works on, at every try, while the agent stops and when it starts again', async () => {
    const { kind, give, signIn, stopAgent, startAgent } = bench();
    const user = await give();
    expect(await signIn(user, kind.password)).toBe('in');
    await stopAgent();
    expect(await signIn(user, kind.password)).toBe('in');
    await startAgent();
    expect(await signIn(user, kind.password)).toBe('in');
  });
}
