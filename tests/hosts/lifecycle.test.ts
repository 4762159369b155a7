import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExpirySweep, systemClock } from '../../agent/reconcile/index.ts';
import { ftps, idleSftp, mustRun, openSessions, sftp, sftpByKey } from '../support/hosting/index.ts';
import { absent, aPrincipal, aState, type Bench, openBench, PASSWORD, present, until } from './kit/bench.ts';

let bench: Bench;
let keys: string;
let publicKey: string;
beforeAll(async () => {
  bench = await openBench([{ tree: 'sklep', uid: 5101 }]);
  keys = await mkdtemp(`${tmpdir()}/klucznik-klucze-`);
  await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', `${keys}/id`]);
  publicKey = (await readFile(`${keys}/id.pub`, 'utf8')).trim();
});
afterAll(async () => {
  await bench.close();
  await rm(keys, { recursive: true });
});

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const refused = async (user: string) => (await ftps(bench.hosting, user, PASSWORD).list()).code === 67 || null;
/** The tables as another program sees them. */
function withTables<T>(use: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(bench.hosting.paths.accessDb);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

describe('a key', () => {
  it('signs in without a password, and no password does', async () => {
    const user = aPrincipal();
    await bench.submit(present(user, { password: null, keys: [publicKey] }));
    expect((await sftpByKey(bench.hosting, user, `${keys}/id`, 'ls')).stdout).toContain('index.php');
    for (const password of ['', '!', PASSWORD]) expect((await sftp(bench.hosting, user, password).list()).code).toBe(67);
  });

  it.each([
    ['rsa', '3072'],
    ['ecdsa', '256'],
  ])('of type %s works', async (type, bits) => {
    const user = aPrincipal();
    await mustRun('ssh-keygen', ['-q', '-t', type, '-b', bits, '-N', '', '-C', '', '-f', `${keys}/${type}`]);
    await bench.submit(present(user, { password: null, keys: [(await readFile(`${keys}/${type}.pub`, 'utf8')).trim()] }));
    expect((await sftpByKey(bench.hosting, user, `${keys}/${type}`, 'ls')).stdout).toContain('index.php');
  });
});

describe('the end date', () => {
  it('is kept by the server itself, for passwords and for keys, without the agent', async () => {
    const user = aPrincipal();
    await bench.submit(present(user, { notAfter: inSeconds(4), keys: [publicKey] }));
    expect((await sftpByKey(bench.hosting, user, `${keys}/id`, 'ls')).code).toBe(0);
    expect(await until(() => refused(user))).toBe(true);
    expect((await sftpByKey(bench.hosting, user, `${keys}/id`, 'ls')).code).not.toBe(0);
  });

  it('cuts a session that is open', async () => {
    const user = aPrincipal();
    const end = inSeconds(4);
    await bench.submit(present(user, { notAfter: end, keys: [publicKey] }));
    const session = idleSftp(bench.hosting, user, `${keys}/id`);
    const closed = once(session, 'close');
    await until(async () => (await openSessions(bench.hosting, user)) === 1 || null);
    const sweep = new ExpirySweep(bench.ftp, systemClock);
    await sweep.sweep();
    await closed;
    sweep.stop();
    expect(Math.floor(Date.now() / 1000) - end, 'seconds after the end').toBeOneOf([0, 1, 2, 3]);
    expect(await bench.ftp.endSessions(user)).toEqual({ ok: true, ended: 0 });
  });
});

describe('taking back', () => {
  it('cuts a running upload and an idle session, refuses the next sign-in, and looks a second time', async () => {
    const user = aPrincipal();
    await bench.submit(present(user, { keys: [publicKey] }));
    await writeFile(`${keys}/duży.bin`, Buffer.alloc(4_000_000, 1));
    const upload = ftps(bench.hosting, user, PASSWORD).putSlowly('/duży.bin', `${keys}/duży.bin`);
    const idle = idleSftp(bench.hosting, user, `${keys}/id`);
    const closed = Promise.all([once(upload, 'close'), once(idle, 'close')]);
    await until(async () => (await openSessions(bench.hosting, user)) === 2 || null);
    await until(
      async () => (await readFile(bench.tree('sklep', 'public_html/sklep/duży.bin')).catch(() => null))?.length || null,
    );
    await bench.submit(absent(user));
    const [[uploadCode]] = await closed;
    expect(uploadCode).not.toBe(0);
    expect(await refused(user)).toBe(true);
    expect((await sftpByKey(bench.hosting, user, `${keys}/id`, 'ls')).code).not.toBe(0);
    expect(
      await bench.reported(
        (report) => report.principal === user && report.t === 'ack' && report.outcome === 'absent' && report.look === 1,
      ),
    ).toMatchObject({ late: 2, sessions: 0 });
    expect(
      await bench.reported(
        (report) => report.principal === user && report.t === 'ack' && report.outcome === 'absent' && report.look === 2,
      ),
    ).toMatchObject({ late: 0, gen: 2 });
  });

  it('lets nobody in again through an older message', async () => {
    const user = aPrincipal();
    await bench.submit(present(user));
    await bench.submit(absent(user, 3));
    await bench.submit(present(user, {}, 2));
    expect(await refused(user)).toBe(true);
  });
});

describe('a change', () => {
  it('that narrows ends open sessions, and one that widens does not', async () => {
    const user = aPrincipal();
    await bench.submit(present(user, { access: 'read', keys: [publicKey] }));
    const session = idleSftp(bench.hosting, user, `${keys}/id`);
    const closed = once(session, 'close');
    await until(async () => (await openSessions(bench.hosting, user)) === 1 || null);
    await bench.submit(present(user, { access: 'write', keys: [publicKey] }, 2));
    expect(session.exitCode).toBeNull();
    await bench.submit(present(user, { access: 'read', keys: [publicKey] }, 3));
    await closed;
    expect((await sftpByKey(bench.hosting, user, `${keys}/id`, 'ls')).code).toBe(0);
  });

  it('keeps the password that is there when only its print comes, and refuses another print', async () => {
    const user = aPrincipal();
    await bench.submit(present(user));
    const password = { hash: null, print: aState().password?.print ?? '' };
    await bench.submit(present(user, { access: 'read', password }, 2));
    expect((await ftps(bench.hosting, user, PASSWORD).list()).code).toBe(0);
    await bench.submit(present(user, { password: { hash: null, print: '0'.repeat(64) } }, 3));
    expect(bench.reports.at(-1)).toMatchObject({ t: 'fail', fault: 'credential-missing' });
    expect(await refused(user)).toBe(true);
  });
});

describe('what is not ours', () => {
  it('stays as it is, byte for byte, and its name cannot be taken', async () => {
    const stranger = aPrincipal();
    const all = () =>
      withTables((db) =>
        JSON.stringify([
          db.prepare('SELECT * FROM users WHERE gen IS NULL ORDER BY name').all(),
          db.prepare('SELECT * FROM keys WHERE name = ?').all(stranger),
          db.prepare('SELECT * FROM grps WHERE member = ?').all(stranger),
        ]),
      );
    withTables((db) => {
      db.prepare("INSERT INTO users VALUES (?, '$7$x', 5101, 5101, '/srv', '/bin/sh', NULL, NULL)").run(stranger);
      db.prepare("INSERT INTO keys VALUES (?, 'klucz')").run(stranger);
      db.prepare("INSERT INTO grps VALUES ('inni', 7000, ?)").run(stranger);
    });
    const before = all();
    const user = aPrincipal();
    await bench.submit(present(user), present(stranger));
    await bench.submit(absent(user), absent(stranger));
    expect(all()).toBe(before);
    expect(bench.reports.filter((report) => report.principal === stranger).every((report) => report.t === 'fail')).toBe(true);
    expect((await bench.ftp.readAll()).map(({ principal }) => principal)).not.toContain(stranger);
  });
});

describe('a row that somebody changed by hand', () => {
  it.each([
    [
      'a wider home',
      (db: DatabaseSync, user: string) =>
        db.prepare("UPDATE users SET home = replace(home, '/public_html/sklep', '') WHERE name = ?").run(user),
    ],
    [
      'a later end',
      (db: DatabaseSync, user: string) => db.prepare('UPDATE users SET expires = 9999999999 WHERE name = ?').run(user),
    ],
    [
      'another password',
      (db: DatabaseSync, user: string) => db.prepare("UPDATE users SET hash = '$7$inny' WHERE name = ?").run(user),
    ],
    ['another owner', (db: DatabaseSync, user: string) => db.prepare('UPDATE users SET uid = 5999 WHERE name = ?').run(user)],
    ['a key more', (db: DatabaseSync, user: string) => db.prepare('INSERT INTO keys VALUES (?, ?)').run(user, 'klucz')],
    [
      'the right to write',
      (db: DatabaseSync, user: string) => db.prepare("INSERT INTO grps VALUES ('klucznik-write', 2000059000, ?)").run(user),
    ],
  ])('shows itself in the digest and is put right: %s', async (_, tamper) => {
    const user = aPrincipal();
    const wanted = present(user, { access: 'read' });
    await bench.submit(wanted);
    const before = await bench.ftp.read(user);
    withTables((db) => tamper(db, user));
    const digest = (standing: typeof before) => (standing === null || standing === 'foreign' ? null : standing.digest);
    expect(digest(await bench.ftp.read(user))).not.toBe(digest(before));
    await bench.submit(wanted);
    expect(digest(await bench.ftp.read(user))).toBe(digest(before));
  });
});
