import { once } from 'node:events';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from './kit/bench.ts';
import { aDatabaseState, aUser, type Databases, inSeconds, openDatabases, REFUSED } from './kit/database.ts';

let host: Databases;
beforeAll(async () => {
  host = await openDatabases();
  await host.root('CREATE DATABASE sklep_foo_bar; CREATE TABLE sklep_foo_bar.t (a INT)');
});
afterAll(() => host.end());

const OK = { ok: true };
const sessionsOf = async (user: string) =>
  Number(await host.root(`SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE USER = '${user}'`));
const isIn = (user: string) => until(async () => (await sessionsOf(user)) > 0 || null);
const rows = (a: number) => host.root(`SELECT COUNT(*) FROM sklep_foo_bar.t WHERE a = ${a}`);
const asNothing = async (user: string) =>
  expect(
    await host.root(`SELECT User FROM mysql.global_priv WHERE User = '${user}' UNION ALL SELECT User FROM mysql.db WHERE User = '${user}'
    UNION ALL SELECT principal FROM klucznik.access WHERE principal = '${user}'`),
  ).toBe('');

/** A session in the middle of a transaction, about to insert for good in `seconds`. */
async function pendingInsert(user: string, value: number, seconds: number) {
  const session = await host.session(user);
  session.stdin?.on('error', () => {});
  session.stdin?.write(`BEGIN; INSERT INTO sklep_foo_bar.t VALUES (${value}); SELECT SLEEP(${seconds}); COMMIT;\n`);
  await isIn(user);
  return session;
}

describe('taking back', () => {
  it('refuses sign-ins, cuts the session with its pending insert, and leaves nothing', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState({ access: 'write' }));
    const session = await pendingInsert(user, 1, 20);
    const closed = once(session, 'close');
    expect(await host.access.remove(user)).toEqual(OK);
    expect(await host.access.endSessions(user)).toEqual({ ok: true, ended: 0 });
    expect(await host.access.read(user)).toBeNull();
    expect((await host.sql(user, 'SELECT 1')).stderr).toMatch(REFUSED);
    await closed;
    expect(await rows(1)).toBe('0');
    await asNothing(user);
    expect(await host.access.remove(user), 'again').toEqual(OK);
  });

  it('waits for a session that still rolls back', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState({ access: 'write' }));
    const session = await host.session(user);
    session.stdin?.on('error', () => {});
    session.stdin?.write('BEGIN; INSERT INTO sklep_foo_bar.t SELECT 2 FROM sklep_foo_bar.seq_1_to_400000; SELECT SLEEP(30);\n');
    await until(
      async () =>
        (await host.root("SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP%'")) === '1' || null,
    );
    // A machine that is busy takes longer than the agent waits in one go: it says so then, and is asked again.
    await until(async () => {
      const removed = await host.access.remove(user);
      if (!removed.ok) expect(removed).toEqual({ ok: false, fault: 'sessions-remain' });
      return removed.ok || null;
    });
    expect(await sessionsOf(user)).toBe(0);
    expect(await rows(2)).toBe('0');
  });

  it('does not wait for somebody who has not said who they are', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState());
    const silent = createConnection({ host: '127.0.0.1', port: host.mariadb.port });
    await once(silent, 'data');
    expect(await host.access.remove(user)).toEqual(OK);
    expect(await host.access.endSessions(user)).toEqual({ ok: true, ended: 0 });
    silent.destroy();
  });

  it('holds however many try to sign in meanwhile', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState());
    let going = true;
    const tries = Array.from({ length: 4 }, async () => {
      while (going) await host.sql(user, 'SELECT SLEEP(5)');
    });
    await isIn(user);
    expect(await host.access.remove(user)).toEqual(OK);
    expect(await host.access.endSessions(user)).toMatchObject(OK);
    expect(await sessionsOf(user)).toBe(0);
    going = false;
    await Promise.all(tries);
    expect(await host.access.endSessions(user)).toEqual({ ok: true, ended: 0 });
  });
});

describe('the end date, kept by MariaDB itself', () => {
  it('cuts the open session with its pending insert, and refuses the next', async () => {
    const user = aUser();
    const end = inSeconds(3);
    await host.access.apply(user, 1, aDatabaseState({ access: 'write', notAfter: end }));
    const before = await host.access.read(user);
    const session = await pendingInsert(user, 3, 30);
    await once(session, 'close');
    expect(Date.now() / 1000).toBeGreaterThanOrEqual(end);
    expect((await host.sql(user, 'SELECT 1')).stderr).toMatch(REFUSED);
    expect(await rows(3)).toBe('0');
    expect(await host.access.read(user), 'the same state, which is over').toEqual(before);
    expect(await host.access.displaced()).toEqual([]);
  });

  it('holds when MariaDB was down at that moment', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState({ notAfter: inSeconds(2) }));
    expect((await host.sql(user, 'SELECT 1')).code).toBe(0);
    await host.mariadb.kill();
    expect(await host.access.apply(aUser(), 1, aDatabaseState())).toEqual({ ok: false, fault: 'service-unavailable' });
    expect(await host.access.endExpired(inSeconds(0))).toEqual({ ok: false, fault: 'service-unavailable' });
    expect(await host.list('sklep')).toEqual({ ok: false, fault: 'service-unavailable' });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await host.restart();
    await until(async () => REFUSED.test((await host.sql(user, 'SELECT 1')).stderr) || null);
    expect(await host.access.remove(user), 'the connection heals by itself').toEqual(OK);
  });

  it('is kept for many at once, whoever of them is broken', async () => {
    const users = Array.from({ length: 30 }, aUser);
    for (const user of users) await host.access.apply(user, 1, aDatabaseState({ access: 'write', notAfter: inSeconds(4) }));
    await host.root(`DROP USER '${users[0]}'@'%'`);
    const open = await pendingInsert(users[29] ?? '', 4, 30);
    await once(open, 'close');
    for (const user of users.slice(1, 5)) expect((await host.sql(user, 'SELECT 1')).stderr).toMatch(REFUSED);
    for (const user of users) await host.access.remove(user);
  });

  it('moves: an end put off lets them in again, an end brought forward cuts', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState({ access: 'write', notAfter: inSeconds(-5) }));
    expect((await host.sql(user, 'SELECT 1')).stderr).toMatch(REFUSED);
    expect(await host.access.apply(user, 2, aDatabaseState({ access: 'write', notAfter: inSeconds(600) }))).toEqual(OK);
    expect((await host.sql(user, 'SELECT 1')).code).toBe(0);
    const session = await pendingInsert(user, 5, 30);
    const closed = once(session, 'close');
    expect(await host.access.apply(user, 3, aDatabaseState({ access: 'write', notAfter: inSeconds(1) }))).toEqual(OK);
    await closed;
    expect(await host.access.read(user)).toMatchObject({ gen: 3 });
  });

  it('is kept by the agent where the event is switched off, which also switches it on again', async () => {
    await host.root('SET GLOBAL event_scheduler = OFF; DROP EVENT klucznik.sweep');
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState({ access: 'write', notAfter: inSeconds(3) }));
    const session = await pendingInsert(user, 6, 30);
    const closed = once(session, 'close');
    await until(async () => {
      const result = await host.access.endExpired(inSeconds(0));
      return (result.ok && result.ended > 0) || null;
    });
    await closed;
    expect((await host.sql(user, 'SELECT 1')).stderr).toMatch(REFUSED);
    expect(await host.root("SELECT status FROM mysql.event WHERE db = 'klucznik'")).toBe('ENABLED');
    await host.root('SET GLOBAL event_scheduler = ON');
  });
});
