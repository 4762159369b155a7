import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessKind, DatabaseList, MailboxList } from '../../contract/index.ts';
import { DEMO_IDS } from '../../demo/data.ts';
import { mailPaths } from '../support/hosting/dovecot-layout.ts';
import { hostingPaths, mailFolder } from '../support/hosting/layout.ts';
import { mariadbPaths } from '../support/hosting/mariadb.ts';
import { mariadbAsRoot, signsInToMailbox, startTyping, type WorkingSession } from '../support/programs/index.ts';
import { waitFor } from '../support/stage/index.ts';
import { active, becomes, type Given, give, read, revoke, signsIn } from './kit/acts.ts';
import { fillDisk, mountDisk } from './kit/disk.ts';
import { expectHostAsInD1, plantStrangers, settled, strangers } from './kit/host-state.ts';
import { FAULT_KINDS } from './kit/kinds/index.ts';
import { isCut, startWork } from './kit/sessions.ts';
import { openWorld, type World } from './kit/world.ts';

let world: World;
let foreign: string;
let disks: Record<'files' | 'database' | 'mailDb' | 'mail', string>;
beforeAll(async () => {
  world = await openWorld({ prepare: disksOfTheirOwn });
  await plantStrangers(world.hosting);
  foreign = await strangers(world.hosting);
});
afterAll(async () => {
  try {
    await settled(world);
    expect(await strangers(world.hosting)).toBe(foreign);
    await expectHostAsInD1(world);
  } finally {
    await world.close();
  }
});

async function disksOfTheirOwn(dir: string) {
  const hosting = join(dir, 'hosting');
  const mail = mailPaths(mailFolder(hosting));
  const files = dirname(hostingPaths(hosting).accessDb);
  disks = { files, database: mariadbPaths(hosting).data, mailDb: mail.daemon, mail: mail.mailRoot };
  const { database, ...small } = disks;
  const unmounts = await Promise.all([mountDisk(database, 96), ...Object.values(small).map((disk) => mountDisk(disk, 4))]);
  return () => Promise.all(unmounts.map((unmount) => unmount()));
}

/** MariaDB looks for room once a minute. */
const UNTIL_MARIADB_LOOKS = { ms: 90_000 };

/** What its page says, and whether its person is let in. */
const look = async (grant: Given) => [(await read(world.owner, grant)).state, await signsIn(grant)];
const isHeldUp = (grant: Given) =>
  waitFor('the page to say that the disk is full', async () => (await read(world.owner, grant)).problem === 'disk-full', {
    ms: 60_000,
  });
const ofService = (body?: object) => ({ params: { serviceId: DEMO_IDS.serviceA }, ...(body ? { body } : {}) });

// Side by side, because MariaDB takes a minute.
describe.concurrent('a full disk below', () => {
  test("MariaDB's data holds new access up, puts out whoever loses theirs, and all is done once there is room", async () => {
    const [old, late, kept] = [await activeOf('database'), await activeOf('database'), await activeOf('database')];
    const sessions = [await startReading(old), await startReading(late)];
    const makeRoom = await fillBelowMariadb();
    expect((await world.owner.call('createDatabase', ofService({ name: 'nowa' }))).status).toBe(201);
    await revoke(world, old);
    await isHeldUp(old);
    // The first lock holds, though MariaDB still waits to write it down, and while it waits it lets nobody near its accounts:
    // who is late is put out and may come back, and until that is over nobody may say that their access is.
    await revoke(world, late);
    const fresh = await give(world, { spec: FAULT_KINDS.database.wide });
    await Promise.all([...[late, fresh].map(isHeldUp), ...sessions.map(isCut)]);
    expect(await look(old)).toEqual(['revoking', 'refused']);
    expect(await look(late)).toEqual(['revoking', 'in']);
    expect(await look(fresh)).toEqual(['pending', 'refused']);
    expect(await look(kept)).toEqual(['active', 'in']);
    expect(await databaseNamed('zielnik_nowa')).toMatchObject({ state: 'creating', problem: 'disk-full' });
    expect(existsSync(join(disks.database, 'zielnik_nowa'))).toBe(false);
    await makeRoom();
    await areDone({ fresh, olds: [old, late] });
    await waitFor('the database', async () => (await databaseNamed('zielnik_nowa'))?.state === 'ready', UNTIL_MARIADB_LOOKS);
    expect(optionsOf('zielnik_nowa')).toBe(optionsOf('zielnik_blog'));
  });

  test('access.db holds new access up, lets nobody in who loses theirs, and all is done once there is room', async () => {
    const [old, kept] = [await activeOf('ftp'), await activeOf('ftp')];
    const session = await startWork(old);
    const makeRoom = fillDisk(disks.files);
    await revoke(world, old);
    const fresh = await give(world, { spec: FAULT_KINDS.ftp.wide });
    await Promise.all([isHeldUp(old), isHeldUp(fresh), isCut(session)]);
    expect(await look(old)).toEqual(['revoking', 'refused']);
    expect(await look(fresh)).toEqual(['pending', 'refused']);
    expect(await look(kept)).toEqual(['active', 'in']);
    makeRoom();
    await areDone({ fresh, olds: [old] });
  });

  test('mail.db and the mail holds new access up, lets nobody in who loses theirs, and all is done once there is room', async () => {
    const [old, kept] = [await activeOf('mailbox'), await activeOf('mailbox')];
    const session = await startWork(old);
    const makeRoom = [fillDisk(disks.mailDb), fillDisk(disks.mail)];
    const mailbox = { local: 'nowa', domain: 'zielnik.example', password: PASSWORD };
    expect((await world.owner.call('createMailbox', ofService(mailbox))).status).toBe(201);
    await revoke(world, old);
    const fresh = await give(world, { spec: FAULT_KINDS.mailbox.wide });
    await Promise.all([isHeldUp(old), isHeldUp(fresh), isCut(session)]);
    expect(await look(old)).toEqual(['revoking', 'refused']);
    expect(await look(fresh)).toEqual(['pending', 'refused']);
    expect(await look(kept)).toEqual(['active', 'in']);
    expect(await mailboxNamed('nowa@zielnik.example')).toMatchObject({ state: 'creating', problem: 'disk-full' });
    expect(await ownerSignsIn('nowa@zielnik.example')).toBe('refused');
    for (const make of makeRoom) make();
    await areDone({ fresh, olds: [old] });
    await waitFor('the mailbox', async () => (await mailboxNamed('nowa@zielnik.example'))?.state === 'ready', { ms: 60_000 });
    expect(await ownerSignsIn('nowa@zielnik.example')).toBe('in');
  });
});

const activeOf = (kind: AccessKind) => active(world, { spec: FAULT_KINDS[kind].wide });

async function areDone({ fresh, olds }: { fresh: Given; olds: Given[] }): Promise<void> {
  const { ms } = UNTIL_MARIADB_LOOKS;
  await Promise.all([becomes(world, fresh, 'active', ms), ...olds.map((old) => becomes(world, old, 'ended', ms))]);
  expect(await signsIn(fresh)).toBe('in');
  for (const old of olds) expect(await signsIn(old)).toBe('refused');
}

/** A session that a full disk does not end by itself, as it would one that writes. */
async function startReading({ user, password }: Given): Promise<WorkingSession> {
  const { mariadb } = world.hosting;
  if (!mariadb) throw new Error('this hosting server has no MariaDB');
  const server = { port: mariadb.port, certificate: mariadb.paths.certificate };
  const session = startTyping(server, user, password, 'SELECT COUNT(*) FROM zielnik_sklep.produkty');
  await waitFor('the reading to begin', async () => (await session.done()) > 0);
  return session;
}

const socket = () => world.hosting.mariadb?.paths.socket ?? '';

/** Fills the disk while a neighbour writes, until MariaDB waits for room in the middle of a statement. The answer makes room and lets the neighbour end. */
async function fillBelowMariadb(): Promise<() => Promise<void>> {
  await mariadbAsRoot(socket(), 'CREATE DATABASE duzo; CREATE TABLE duzo.t (t TEXT) ENGINE = Aria TRANSACTIONAL = 1');
  const makeRoom = fillDisk(disks.database);
  const neighbour = mariadbAsRoot(socket(), "INSERT INTO duzo.t VALUES (REPEAT('x', 500));".repeat(200));
  const isStopped = neighbour.catch((error: unknown) => error);
  await waitFor('MariaDB to wait for room', async () => /free space/.test(await mariadbAsRoot(socket(), 'SHOW PROCESSLIST')));
  return async () => {
    makeRoom();
    await isStopped;
  };
}

async function databaseNamed(name: string) {
  const { databases } = (await (await world.owner.call('listDatabases', ofService())).json()) as DatabaseList;
  return databases.find((one) => one.name === name);
}
async function mailboxNamed(address: string) {
  const { mailboxes } = (await (await world.owner.call('listMailboxes', ofService())).json()) as MailboxList;
  return mailboxes.find((one) => one.address === address);
}

/** Where MariaDB keeps a database's character set. */
const optionsOf = (database: string) => readFileSync(join(disks.database, database, 'db.opt'), 'utf8');

const PASSWORD = 'Wiosenny-Klucz-7-dni';
function ownerSignsIn(address: string) {
  const { dovecot } = world.hosting;
  if (!dovecot) throw new Error('this hosting server has no Dovecot');
  return signsInToMailbox({ imapsPort: dovecot.imapsPort, certificate: dovecot.paths.certificate }, address, PASSWORD);
}
