import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curlImap, openImap } from '../support/hosting/imap.ts';
import { command } from '../support/hosting/index.ts';
import { until } from './kit/bench.ts';
import {
  anAddress,
  aPassword,
  aUser,
  grant,
  inSeconds,
  type MailBench,
  MESSAGE,
  mailbox,
  OTHER_PASSWORD,
  openMailBench,
  PASSWORD,
  takenBack,
} from './kit/mail-bench.ts';

let bench: MailBench;
beforeAll(async () => {
  bench = await openMailBench({ lookEvery: 1 });
});
afterAll(() => bench.close());

const LOGIN_DENIED = 67;
const isIn = async (user: string, password = PASSWORD) => (await curlImap(bench.dovecot, user, password)).code === 0;
const signIn = (user: string, password = PASSWORD) => openImap(bench.dovecot, user, password);
const doveadm = (...args: string[]) => command('doveadm', ['-c', bench.dovecot.paths.conf, ...args]);

/** A mailbox with one unread message, and somebody who was given it. */
async function aGrantedMailbox(access: 'read' | 'write') {
  const address = anAddress();
  const user = aUser();
  await bench.submit(mailbox(address));
  await bench.submit(grant(user, address, { access }));
  expect((await bench.dovecot.deliver(address, MESSAGE)).code).toBe(0);
  return { address, user };
}

/** Signs in, opens the inbox and waits for news. */
async function anIdleSession(user: string) {
  const session = await signIn(user);
  expect((await session.say('SELECT INBOX')).status).toBe('OK');
  await session.idle();
  return session;
}

describe('a grant', () => {
  it('opens the mailbox under a name and password of its own, and only that mailbox', async () => {
    const { address, user } = await aGrantedMailbox('write');
    const sibling = `${address}.pl`;
    await bench.submit(mailbox(sibling, { password: aPassword(OTHER_PASSWORD) }));
    await bench.dovecot.deliver(sibling, MESSAGE, 'Drafts');
    expect((await curlImap(bench.dovecot, user, PASSWORD, 'INBOX;UID=1')).stdout).toBe(MESSAGE);
    expect((await curlImap(bench.dovecot, user, OTHER_PASSWORD)).code).toBe(LOGIN_DENIED);
    expect((await curlImap(bench.dovecot, sibling, PASSWORD)).code).toBe(LOGIN_DENIED);
    const session = await signIn(user);
    for (const folder of [`../${sibling}`, `user/${sibling}`, `~${sibling}`, `shared/${sibling}/INBOX`, '/etc'])
      expect((await session.say(`SELECT "${folder}"`)).status, folder).not.toBe('OK');
    expect((await session.say('STATUS Drafts (MESSAGES)')).lines[0]).toContain('MESSAGES 0');
    session.close();
  });

  it('is refused for another tree’s mailbox and for one that is not there', async () => {
    const address = anAddress();
    await bench.submit(mailbox(address, { tree: 'inny' }));
    const [outside, missing] = [aUser(), aUser()];
    await bench.submit(grant(outside, address), grant(missing, 'nikt@sklep.example'));
    expect(bench.reports).toContainEqual(expect.objectContaining({ principal: outside, fault: 'mailbox-outside' }));
    expect(bench.reports).toContainEqual(expect.objectContaining({ principal: missing, fault: 'mailbox-missing' }));
    for (const user of [outside, missing]) expect(await isIn(user)).toBe(false);
  });

  it('holds for IMAP alone: neither POP3 nor filters nor delivery nor doveadm know the name', async () => {
    const { user, address } = await aGrantedMailbox('write');
    const knows = async (name: string, service: string) => (await doveadm('user', '-x', `service=${service}`, name)).code === 0;
    expect(await knows(user, 'imap')).toBe(true);
    for (const service of ['pop3', 'sieve', 'managesieve', 'lmtp', 'doveadm', 'smtp', 'submission']) {
      expect(await knows(user, service), service).toBe(false);
      expect(await knows(address, service), service).toBe(true);
    }
    expect((await bench.dovecot.deliver(user, MESSAGE)).code).not.toBe(0);
  });
});

describe('a grant to read', () => {
  const CHANGES: readonly [string, string?][] = [
    [`APPEND INBOX {${Buffer.byteLength(MESSAGE)}}`, MESSAGE],
    [`APPEND Praca (\\Seen) {${Buffer.byteLength(MESSAGE)}}`, MESSAGE],
    ['COPY 1 Praca'],
    ['MOVE 1 Praca'],
    ['CREATE Nowy'],
    ['CREATE Praca/2026'],
    ['DELETE Praca'],
    ['RENAME Praca Inna'],
    ['RENAME INBOX Inna'],
    ['SETACL INBOX anyone lrswipkxtea'],
    ['SETMETADATA INBOX (/private/comment "x")'],
  ];

  it('reads every folder, and changes nothing', async () => {
    const { address, user } = await aGrantedMailbox('read');
    const owner = await signIn(address);
    for (const words of ['CREATE Praca', 'SUBSCRIBE Praca']) await owner.say(words);
    const reader = await signIn(user);
    expect((await reader.say('SELECT INBOX')).lines.at(-1)).toContain('[READ-ONLY]');
    expect((await reader.say('FETCH 1 BODY[]')).lines.join('\n')).toContain('Treść listu');
    expect((await reader.say('LIST "" *')).lines.join('\n')).toContain('Praca');
    for (const [words, literal] of CHANGES) expect((await reader.say(words, literal)).status, words).not.toBe('OK');
    // Dovecot answers these with OK and does nothing.
    for (const words of [
      'STORE 1 +FLAGS (\\Seen \\Deleted \\Flagged praca)',
      'EXPUNGE',
      'UID EXPUNGE 1',
      'UNSUBSCRIBE Praca',
      'CLOSE',
    ])
      await reader.say(words);
    expect((await owner.say('LSUB "" *')).lines.join('\n')).toContain('Praca');
    await owner.say('SELECT INBOX');
    expect((await owner.say('FETCH 1:* FLAGS')).lines[0]).toMatch(/^\* 1 FETCH \(FLAGS \((\\Recent)?\)\)$/);
    expect((await owner.say('STATUS Praca (MESSAGES)')).lines[0]).toContain('MESSAGES 0');
    for (const session of [owner, reader]) session.close();
  });

  it('becomes one to write and back; the way back ends the open session', async () => {
    const { address, user } = await aGrantedMailbox('read');
    const reader = await signIn(user);
    await bench.submit(grant(user, address, { access: 'write' }, 2));
    expect(reader.isOpen()).toBe(true);
    const writer = await signIn(user);
    expect((await writer.say('SELECT INBOX')).lines.at(-1)).toContain('[READ-WRITE]');
    expect((await writer.say('STORE 1 +FLAGS \\Seen')).lines.join('\n')).toContain('\\Seen');
    await bench.submit(grant(user, address, { access: 'read' }, 3));
    await writer.closed;
    expect((await (await signIn(user)).say('CREATE Nowy')).status).toBe('NO');
  });
});

describe('its owner', () => {
  it('keeps every right beside a reader, and is not cut when the reader is', async () => {
    const { address, user } = await aGrantedMailbox('read');
    const owner = await signIn(address);
    for (const words of [
      'SELECT INBOX',
      'CREATE Praca/2026',
      'STORE 1 +FLAGS \\Deleted',
      'EXPUNGE',
      'RENAME Praca Dom',
      'DELETE Dom/2026',
    ])
      expect((await owner.say(words)).status, words).toBe('OK');
    await owner.idle();
    const reader = await anIdleSession(user);
    await bench.submit(takenBack(user));
    await reader.closed;
    expect(owner.isOpen()).toBe(true);
    owner.close();
  });
});

describe('taking back', () => {
  it('ends a session that waits for news, refuses the next sign-in, and looks a second time', async () => {
    const { user } = await aGrantedMailbox('write');
    const session = await anIdleSession(user);
    await bench.submit(takenBack(user));
    expect(await session.closed).toContain('BYE');
    expect(await isIn(user)).toBe(false);
    const look = (n: number) =>
      bench.reported((said) => said.principal === user && said.t === 'ack' && said.outcome === 'absent' && said.look === n);
    expect(await look(1)).toMatchObject({ late: 1, sessions: 0 });
    expect(await look(2)).toMatchObject({ late: 0, gen: 2 });
  });
});

describe('the end date', () => {
  it('is kept by Dovecot alone: no sign-in, and the open session ends without the agent', async () => {
    const { address, user } = await aGrantedMailbox('write');
    const end = inSeconds(4);
    await bench.submit(grant(user, address, { notAfter: end }, 2));
    const session = await anIdleSession(user);
    const owner = await anIdleSession(address);
    await session.closed;
    expect(Math.floor(Date.now() / 1000) - end, 'seconds after the end').toBeOneOf([0, 1, 2, 3, 4, 5]);
    expect(await isIn(user)).toBe(false);
    expect(owner.isOpen()).toBe(true);
    owner.close();
  });

  it('can move while a session is open: later keeps it, earlier ends it', async () => {
    const { address, user } = await aGrantedMailbox('write');
    const end = inSeconds(3);
    await bench.submit(grant(user, address, { notAfter: end }, 2));
    const session = await anIdleSession(user);
    await bench.submit(grant(user, address, { notAfter: null }, 3));
    await until(() => (Date.now() / 1000 > end + 3 ? true : null));
    expect(session.isOpen()).toBe(true);
    await bench.submit(grant(user, address, { notAfter: inSeconds(1) }, 4));
    await session.closed;
    expect(await isIn(user)).toBe(false);
  });

  it('is swept by the agent too, which says when the next one comes', async () => {
    const { address, user } = await aGrantedMailbox('write');
    const later = inSeconds(1000);
    await bench.submit(grant(user, address, { notAfter: later }, 2));
    expect(await bench.mail.access.endExpired(inSeconds(0))).toMatchObject({ ok: true, next: later });
    const session = await anIdleSession(user);
    expect(await bench.mail.access.endExpired(later)).toEqual({ ok: true, ended: 1, next: null });
    await session.closed;
  });
});
