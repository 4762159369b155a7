import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { WorkingSession } from '../../../support/programs/index.ts';
import { waitFor } from '../../../support/stage/wait.ts';
import type { Bench } from '../bench.ts';

/** Waits until the session has brought something about since it was asked. */
const works = async (session: WorkingSession): Promise<void> => {
  const before = await session.done();
  await waitFor('the session to work', async () => (await session.done()) > before);
};

const isPutOut = (session: { isOpen(): boolean }) =>
  waitFor('the session to be put out', () => !session.isOpen(), { ms: 15_000 });
const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** When sessions end and when they do not. */
export function ending(bench: () => Bench): void {
  test('narrowing puts out whoever is inside, and what they come back to is narrower', async () => {
    const { kind, give, submit, present, startWorking, signIn } = bench();
    const user = await give();
    const session = await startWorking(user);
    await works(session);
    await submit(present(user, 2, { level: 0 }));
    await isPutOut(session);
    expect(await signIn(user, kind.password)).toBe('in');
    expect((await bench().port().read(user)) as object).toMatchObject({ gen: 2, state: { access: kind.levels[0] } });
  });

  test('the second look after a narrowing puts out who was inside before, and nobody else where that can be told', async () => {
    const { kind, give, submit, present, beginSignIn, blindOneLook, lookedEnough } = bench();
    const user = await give();
    const signIn = async () => {
      const session = await (await beginSignIn(user)).finish();
      if (session === 'refused') throw new Error('the sign-in was refused');
      return session;
    };
    const before = await signIn();
    blindOneLook();
    await submit(present(user, 2, { level: 0 }));
    // The kernel tells when a process began in hundredths of a second, and whoever may have come before is put out.
    await pause(50);
    const after = await signIn();
    await lookedEnough();
    expect(await before.answers()).toBe(false);
    if (kind.sparesNewcomers) expect(await after.answers()).toBe(true);
    before.leave();
    after.leave();
  });

  test('widening puts nobody out', async () => {
    const { give, submit, present, beginSignIn } = bench();
    const user = await give({ level: 0 });
    const session = await (await beginSignIn(user)).finish();
    if (session === 'refused') throw new Error('the sign-in was refused');
    await submit(present(user, 2));
    expect(await session.answers()).toBe(true);
    session.leave();
  });

  test('taking back refuses the next sign-in, puts out who is inside, and looks again', async () => {
    const { kind, give, submit, absent, startWorking, signIn, reports, port, lookedTwice } = bench();
    const user = await give();
    const session = await startWorking(user);
    await works(session);
    await submit(absent(user, 2));
    expect(await signIn(user, kind.password)).toBe('refused');
    await isPutOut(session);
    expect(await port().read(user)).toBeNull();
    const first = reports.find((report) => report.principal === user && report.t === 'ack' && report.outcome === 'absent');
    expect(first).toMatchObject({ look: 1, gen: 2, sessions: 0 });
    expect(await lookedTwice(user)).toMatchObject({ gen: 2, late: 0, sessions: 0 });
  });

  test('the second look puts out a session that did not show itself at the first', async () => {
    const { give, submit, absent, startWorking, blindOneLook, lookedTwice } = bench();
    const user = await give();
    const session = await startWorking(user);
    await works(session);
    blindOneLook();
    await submit(absent(user, 2));
    await lookedTwice(user);
    await isPutOut(session);
  });

  test('a sign-in that had begun before the taking back lets nobody stay', async () => {
    const { give, submit, absent, beginSignIn, lookedTwice } = bench();
    const user = await give();
    const [soon, late] = [await beginSignIn(user), await beginSignIn(user)];
    await submit(absent(user, 2));
    const session = await soon.finish();
    await lookedTwice(user);
    if (session !== 'refused') await isPutOut(session);
    expect(await late.finish(), 'after the second look').toBe('refused');
  });

  test('the end date holds with the agent stopped', async () => {
    const { kind, give, startWorking, signIn, stopAgent, startAgent } = bench();
    const end = nowInSeconds() + 5;
    const user = await give({ notAfter: end });
    const session = await startWorking(user);
    await works(session);
    await stopAgent();
    await waitFor('the sign-in to be refused', async () => (await signIn(user, kind.password)) === 'refused');
    expect(nowInSeconds()).toBeGreaterThanOrEqual(end);
    if (kind.endsSessionsAlone) await isPutOut(session);
    await startAgent();
    await isPutOut(session);
    expect(nowInSeconds() - end, 'seconds after the end').toBeLessThan(15);
  });
}
