import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MailStore } from '../../agent/services/mail/mail-store.ts';
import { curlImap, openImap } from '../support/hosting/imap.ts';
import {
  anAddress,
  aPassword,
  aUser,
  grant,
  type MailBench,
  MESSAGE,
  mailbox,
  OTHER_PASSWORD,
  openMailBench,
  PASSWORD,
  purged,
} from './kit/mail-bench.ts';

let bench: MailBench;
beforeAll(async () => {
  // Dovecot's own looks would end sessions that the agent forgot.
  bench = await openMailBench({ lookEvery: null });
});
afterAll(() => bench.close());

const isIn = async (user: string, password = PASSWORD) => (await curlImap(bench.dovecot, user, password)).code === 0;
const homesOf = (address: string, tree = 'sklep') =>
  existsSync(join(bench.dovecot.paths.mailRoot, tree))
    ? readdirSync(join(bench.dovecot.paths.mailRoot, tree)).filter((name) => name.startsWith(`${address}~`))
    : [];
const gone = () =>
  existsSync(join(bench.dovecot.paths.mailRoot, '.gone')) ? readdirSync(join(bench.dovecot.paths.mailRoot, '.gone')) : [];
const messages = async (user: string, password = PASSWORD) => {
  const session = await openImap(bench.dovecot, user, password);
  const { lines } = await session.say('STATUS INBOX (MESSAGES)');
  session.close();
  return Number(/MESSAGES (\d+)/.exec(lines.join(' '))?.[1] ?? Number.NaN);
};
async function anIdleSession(user: string) {
  const session = await openImap(bench.dovecot, user, PASSWORD);
  await session.say('SELECT INBOX');
  await session.idle();
  return session;
}
async function aSharedMailbox() {
  const [address, user] = [anAddress(), aUser()];
  await bench.submit(mailbox(address));
  await bench.submit(grant(user, address));
  await bench.dovecot.deliver(address, MESSAGE);
  return { address, user };
}

describe('a new mailbox', () => {
  it('is empty, has its standard folders, and lets its owner in', async () => {
    const address = anAddress();
    await bench.submit(mailbox(address));
    expect(bench.reports.at(-1)).toMatchObject({ t: 'ack', outcome: 'present', principal: address });
    expect(await messages(address)).toBe(0);
    const session = await openImap(bench.dovecot, address, PASSWORD);
    const folders = (await session.say('LIST "" *')).lines.join('\n');
    for (const name of ['Drafts', 'Junk', 'Sent', 'Trash']) expect(folders).toContain(`\\${name}) "/" ${name}`);
    session.close();
  });

  it('needs a password, and belongs to one tree', async () => {
    const [nobody, here] = [anAddress(), anAddress()];
    await bench.submit(mailbox(nobody, { password: { hash: null, print: '0'.repeat(64) } }));
    expect(bench.reports.at(-1)).toMatchObject({ t: 'fail', fault: 'credential-missing' });
    expect(homesOf(nobody)).toEqual([]);
    await bench.submit(mailbox(here));
    await bench.submit(mailbox(here, { tree: 'inny' }, 2));
    expect(bench.reports.at(-1)).toMatchObject({ t: 'fail', fault: 'mailbox-outside' });
  });
});

describe('mail that its row has lost', () => {
  it('is neither given to a new mailbox of that address nor destroyed by it', async () => {
    const { address } = await aSharedMailbox();
    bench.withDb((db) => db.prepare('DELETE FROM mailboxes WHERE address = ?').run(address));
    await bench.submit(mailbox(address, {}, 2));
    expect(await messages(address)).toBe(0);
    expect(homesOf(address)).toHaveLength(2);
  });
});

describe('another password', () => {
  it('ends the owner’s sessions, and nobody else’s', async () => {
    const { address, user } = await aSharedMailbox();
    const [owner, grantee] = [await anIdleSession(address), await anIdleSession(user)];
    await bench.submit(mailbox(address, { password: aPassword(OTHER_PASSWORD) }, 2));
    await owner.closed;
    expect(grantee.isOpen()).toBe(true);
    expect(await isIn(address)).toBe(false);
    expect(await messages(address, OTHER_PASSWORD)).toBe(1);
    await bench.submit(mailbox(address, { password: { hash: null, print: aPassword(OTHER_PASSWORD).print } }, 3));
    expect(await isIn(address, OTHER_PASSWORD)).toBe(true);
    expect(grantee.isOpen()).toBe(true);
    grantee.close();
  });
});

describe('the bin', () => {
  it('keeps the mail and lets nobody in, owner and grantees alike, until it is given back', async () => {
    const { address, user } = await aSharedMailbox();
    const [owner, grantee] = [await anIdleSession(address), await anIdleSession(user)];
    await bench.submit(mailbox(address, { active: false }, 2));
    await Promise.all([owner.closed, grantee.closed]);
    for (const name of [address, user]) expect(await isIn(name)).toBe(false);
    expect((await bench.dovecot.deliver(address, MESSAGE)).code).not.toBe(0);
    await bench.submit(mailbox(address, {}, 3));
    for (const name of [address, user]) expect(await messages(name)).toBe(1);
  });
});

describe('a purge', () => {
  it('ends every session, deletes the mail, and what comes later under the address is empty and nobody else’s', async () => {
    const { address, user } = await aSharedMailbox();
    const [owner, grantee] = [await anIdleSession(address), await anIdleSession(user)];
    await bench.submit(purged(address));
    await Promise.all([owner.closed, grantee.closed]);
    expect(homesOf(address)).toEqual([]);
    expect(gone()).toEqual([]);
    expect(await bench.mail.assets.read(address)).toBeNull();
    expect(await bench.mail.access.displaced()).toContain(user);
    await bench.submit(mailbox(address, { password: aPassword(OTHER_PASSWORD) }, 3));
    expect(await messages(address, OTHER_PASSWORD)).toBe(0);
    expect(await isIn(user)).toBe(false);
    expect(await isIn(address)).toBe(false);
  });

  it.each([
    ['after the row was closed', () => {}],
    ['after the mail was taken away', (store: MailStore, address: string) => store.takeAway(address)],
  ])('that was killed %s goes on from there', async (_, reach) => {
    const { address } = await aSharedMailbox();
    bench.withDb((db) => db.prepare("UPDATE mailboxes SET active = 0, password = '!' WHERE address = ?").run(address));
    reach(new MailStore({ mailRoot: bench.dovecot.paths.mailRoot, uid: 5900, gid: 5900 }), address);
    await bench.submit(purged(address));
    expect(bench.reports.at(-1)).toMatchObject({ t: 'ack', outcome: 'absent', principal: address });
    expect([...homesOf(address), ...gone()]).toEqual([]);
  });

  it('that was killed before deleting, with the row gone, deletes', async () => {
    const { address } = await aSharedMailbox();
    new MailStore({ mailRoot: bench.dovecot.paths.mailRoot, uid: 5900, gid: 5900 }).takeAway(address);
    bench.withDb((db) => db.prepare('DELETE FROM mailboxes WHERE address = ?').run(address));
    expect(gone()).toHaveLength(1);
    await bench.submit(purged(address));
    expect(gone()).toEqual([]);
  });
});

describe('the list', () => {
  it('tells size and last use, by whomever, and no other tree’s mailboxes', async () => {
    const tree = 'lista';
    const [full, empty, elsewhere, user] = [anAddress(), anAddress(), anAddress(), aUser()];
    await bench.submit(mailbox(full, { tree }), mailbox(empty, { tree, active: false }), mailbox(elsewhere));
    await bench.submit(grant(user, full, { tree }));
    for (const folder of ['INBOX', 'Sent']) await bench.dovecot.deliver(full, MESSAGE, folder);
    const list = async () => {
      const answer = await bench.mail.list(tree);
      return answer.ok && answer.found.about === 'mailboxes' ? answer.found.mailboxes : [];
    };
    // On disk lines end in LF alone.
    const bytes = 2 * Buffer.byteLength(MESSAGE.replaceAll('\r\n', '\n'));
    expect(await list()).toEqual([
      { address: full, bytes, lastUseAt: null, active: true },
      { address: empty, bytes: 0, lastUseAt: null, active: false },
    ]);
    const before = Math.floor(Date.now() / 1000) * 1000;
    await messages(user);
    const [first] = await list();
    expect(first?.lastUseAt).toBeGreaterThanOrEqual(before);
    expect(first?.lastUseAt).toBeLessThanOrEqual(Date.now());
  });
});

describe('what is not ours', () => {
  it('stays as it is, byte for byte, mail and rows', async () => {
    const [stranger, theirs] = ['obcy@sklep.example', 'obca-osoba'];
    bench.withDb((db) => {
      db.prepare("INSERT INTO mailboxes VALUES (?, 'sklep', '/sklep/obcy', '{PLAIN}obce', 1, NULL)").run(stranger);
      db.prepare("INSERT INTO grants VALUES (?, 'sklep', ?, 'read', '{PLAIN}obce', NULL, NULL)").run(theirs, stranger);
    });
    const all = () =>
      bench.withDb((db) =>
        JSON.stringify([
          db.prepare('SELECT * FROM mailboxes WHERE gen IS NULL').all(),
          db.prepare('SELECT * FROM grants WHERE gen IS NULL').all(),
        ]),
      );
    const before = all();
    await bench.submit(mailbox(stranger), grant(theirs, stranger));
    await bench.submit(purged(stranger), { kind: 'mailbox', principal: theirs, gen: 2, state: null });
    expect(all()).toBe(before);
    expect(bench.reports.filter(({ principal }) => [stranger, theirs].includes(principal)).every(({ t }) => t === 'fail')).toBe(
      true,
    );
    expect((await bench.mail.assets.readAll()).map(({ principal }) => principal)).not.toContain(stranger);
    expect((await bench.mail.access.readAll()).map(({ principal }) => principal)).not.toContain(theirs);
  });
});
