import { createScheduledController, env } from 'cloudflare:test';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { momentWords } from '../../content/words/index.ts';
import type { DesiredItem, GrantSpec, GrantView, InvitationView } from '../../contract/index.ts';
import worker from '../../worker/index.ts';
import { deliverMail } from '../../worker/mail/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { aHost, anAccount } from '../support/build/index.ts';
import { planted, signedIn } from '../support/in-worker.ts';
import { ScriptedAgent } from '../support/scripted-agent.ts';
import { becomes, claimWith, fieldsOf, mailIsOut, newestToken, principalOf, problem, readGrant } from './road.ts';

const DAY = 86_400_000;
const GENERATED = 'k7Rz2mQx9TbW4nLp8VsY3d';
const CHOSEN = 'Wiosenny-Klucz-7-dni';
const KEY = {
  type: 'public-key',
  publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdC0Hk3nVnS0OQqXh0rB1v7eV5mYl3cZ0tq7o6Zx1aB',
} as const;
const MISSING = { database: 'database-missing', mailbox: 'mailbox-missing' } as const;

interface Kind {
  kind: 'database' | 'mailbox';
  spec: GrantSpec;
  less: GrantSpec;
  elsewhere: GrantSpec;
  /** What stands on the host for it. */
  name: string;
  hash: RegExp;
  password: string;
}
const inDatabase = (database: string, access: 'read' | 'write' | 'full' = 'write') =>
  ({ kind: 'database', database, access }) as const;
const inMailbox = (address: string, access: 'read' | 'write' = 'write') => ({ kind: 'mailbox', address, access }) as const;
const DATABASE: Kind = {
  kind: 'database',
  spec: inDatabase('alfa_sklep'),
  less: inDatabase('alfa_sklep', 'read'),
  elsewhere: inDatabase('alfa_blog'),
  name: 'alfa_sklep',
  hash: /^\*[0-9A-F]{40}$/,
  password: GENERATED,
};
const MAILBOX: Kind = {
  kind: 'mailbox',
  spec: inMailbox('biuro@alfa.test'),
  less: inMailbox('biuro@alfa.test', 'read'),
  elsewhere: inMailbox('jan@alfa.test'),
  name: 'biuro@alfa.test',
  hash: /^\$7\$/,
  password: CHOSEN,
};

let owner: ApiClient;
let agent: ScriptedAgent;
/** Everything that was written to the console. */
const logged: string[] = [];

beforeAll(async () => {
  await planted(aHost({ id: 'h1', name: 'serwer-1' }));
  await planted(
    await anAccount({ id: 'a1', name: 'Alfa' })
      .withOwner({ email: 'anna@alfa.test', name: 'Anna Nowak' })
      .withHosting({ id: 's1', name: 'Sklep', hostId: 'h1', tree: 'alfa', domains: ['alfa.test'] })
      .rows(),
  );
  agent = await ScriptedAgent.enrolled('h1');
  agent.databases = ['alfa_sklep', 'alfa_blog', 'beta_sklep', 'alfa-2_sklep'].map((name) => ({ name, bytes: 1 }));
  agent.mailboxes = ['biuro@alfa.test', 'jan@alfa.test', 'kosz@alfa.test', 'biuro@beta.test'].map((address) => ({
    address,
    bytes: 1,
    lastUseAt: null,
    active: !address.startsWith('kosz'),
  }));
  await agent.connect();
});
beforeEach(async () => {
  owner = await signedIn('anna@alfa.test');
  for (const method of ['log', 'info', 'warn', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void logged.push(words.join(' ')));
});
afterEach(() => vi.restoreAllMocks());

const give = (spec: object, over: object = {}) =>
  owner.call('createGrant', {
    body: {
      serviceId: 's1',
      spec,
      grantee: { name: 'Jan Kowalski', email: 'jan@it.test' },
      notAfter: Date.now() + 7 * DAY,
      ...over,
    },
  });
const change = async (grant: GrantView, spec: GrantSpec) =>
  owner.call('changeGrant', {
    params: { grantId: grant.id },
    body: { version: (await readGrant(owner, grant.id)).version, spec },
  });
const revoke = (grant: GrantView) => owner.call('revokeGrant', { params: { grantId: grant.id } });
const claim = async (kind: Kind) => claimWith(await newestToken(), { type: 'password', password: kind.password });
const told = async (grant: GrantView, gen: number) => agent.toldOf(await principalOf(grant.id), gen);
const hashIn = ({ state }: DesiredItem) => (state && 'password' in state ? state.password?.hash : undefined) ?? '';
const rowsOf = async (...tables: string[]) =>
  JSON.stringify(await Promise.all(tables.map(async (table) => (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results)));
const TABLES = ['grants', 'desired', 'invitation', 'audit', 'outbox', 'idempotency', 'sent_message'];
const countOf = async (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n');

/** A grant that its host has put in force. */
async function active(kind: Kind, over: object = {}): Promise<GrantView> {
  const grant = await (await give(kind.spec, over)).json<GrantView>();
  expect((await claim(kind)).status).toBe(200);
  await agent.acknowledge(await told(grant, 1));
  await becomes(owner, grant.id, 'active');
  return grant;
}
/** The newest messages to somebody, oldest first, with all that was queued sent. */
async function lettersTo(recipient: string): Promise<string[]> {
  await deliverMail(env);
  await mailIsOut();
  const sent = env.DB.prepare('SELECT subject, text FROM sent_message WHERE recipient = ? ORDER BY id').bind(recipient);
  return (await sent.all<{ subject: string; text: string }>()).results.map(({ subject, text }) => `${subject}\n${text}`);
}

describe.each([DATABASE, MAILBOX])('a grant of a $kind', (kind) => {
  test('goes the whole road, and its hash is nowhere but on it', async () => {
    const answers: string[] = [];
    const heard = async <Body = GrantView>(response: Response): Promise<Body> => {
      const text = await response.text();
      answers.push(text);
      return JSON.parse(text) as Body;
    };
    const grant = await heard(await give(kind.spec));
    expect(grant).toMatchObject({ state: 'requested', spec: kind.spec, connection: { kind: kind.kind } });
    expect(await heard<InvitationView>(await claim(kind))).toMatchObject({ state: 'used', connection: { kind: kind.kind } });
    const wanted = await told(grant, 1);
    const hash = hashIn(wanted);
    expect(hash).toMatch(kind.hash);
    expect(wanted).toMatchObject({ kind: kind.kind, state: { tree: 'alfa', access: 'write' } });
    await agent.acknowledge(wanted);
    await becomes(owner, grant.id, 'active');
    expect(await rowsOf(...TABLES)).not.toContain(JSON.stringify(hash).slice(1, -1));

    expect(await heard(await change(grant, kind.less))).toMatchObject({ state: 'pending', spec: kind.less });
    const narrowed = await told(grant, 2);
    expect(narrowed).toMatchObject({ state: { access: 'read', password: { hash: null } } });
    await agent.acknowledge(narrowed);
    await becomes(owner, grant.id, 'active');
    expect(await heard(await revoke(grant))).toMatchObject({ state: 'revoking', endReason: 'revoked' });
    const gone = await told(grant, 3);
    expect(gone.state).toBeNull();
    await agent.acknowledge(gone);
    await becomes(owner, grant.id, 'ended');

    await heard(await owner.call('readGrantHistory', { params: { grantId: grant.id } }));
    const everything = [await rowsOf(...TABLES), ...answers, ...logged].join('\n');
    expect(everything).toContain(grant.id);
    for (const secret of [JSON.stringify(hash).slice(1, -1), kind.password]) expect(everything).not.toContain(secret);
  });

  test('ends by the clock', async () => {
    const grant = await active(kind);
    await env.DB.prepare('UPDATE grants SET not_after = 1 WHERE id = ?').bind(grant.id).run();
    await worker.scheduled(createScheduledController({ scheduledTime: Date.now() }), env);
    await agent.acknowledge(await told(grant, 2));
    await becomes(owner, grant.id, 'ended');
    expect(await readGrant(owner, grant.id)).toMatchObject({ endReason: 'expired' });
  });

  test('stays with what it opens', async () => {
    const grant = await (await give(kind.spec)).json<GrantView>();
    for (const spec of [kind.elsewhere, { kind: 'ftp', directory: '/', access: 'read' } as const]) {
      const refused = await change(grant, spec);
      expect(refused.status).toBe(422);
      expect(await fieldsOf(refused)).toEqual(['spec: target-fixed']);
    }
    expect((await readGrant(owner, grant.id)).spec).toEqual(kind.spec);
  });

  test('cannot be claimed with a key, which uses nothing up', async () => {
    await give(kind.spec);
    const token = await newestToken();
    const before = await rowsOf('grants', 'desired', 'invitation', 'audit');
    const refused = await claimWith(token, KEY);
    expect(refused.status).toBe(422);
    expect(await fieldsOf(refused)).toEqual(['credential.publicKey: credential-unsuited']);
    expect(await rowsOf('grants', 'desired', 'invitation', 'audit')).toBe(before);
    expect((await claim(kind)).status).toBe(200);
  });

  test('is accepted while its host is away, and judged when it is back', async () => {
    agent.disconnect();
    const services = async () => (await owner.call('listServices')).json<{ services: { host: { online: boolean } }[] }>();
    await vi.waitFor(async () => expect((await services()).services[0]?.host.online).toBe(false), { timeout: 5000 });
    const missing = kind === DATABASE ? inDatabase('alfa_nie-ma') : inMailbox('nie-ma@alfa.test');
    const grant = await (await give(missing)).json<GrantView>();
    expect((await claim(kind)).status).toBe(200);
    await agent.connect();
    const wanted = await told(grant, 1);
    agent.say({ t: 'fail', kind: wanted.kind, principal: wanted.principal, gen: 1, fault: MISSING[kind.kind] });
    await agent.acknowledge(await told(grant, 2));
    await becomes(owner, grant.id, 'ended');
    expect(await readGrant(owner, grant.id)).toMatchObject({ endReason: 'failed' });
    const letter = (await lettersTo('anna@alfa.test')).at(-1);
    expect(letter).toContain(
      kind === DATABASE ? 'Tej bazy danych nie ma już na serwerze.' : 'Tej skrzynki nie ma już na serwerze.',
    );
  });
});

test('a grant of files cannot become one of a database', async () => {
  const files = await (await give({ kind: 'ftp', directory: '/', access: 'read' })).json<GrantView>();
  expect(await fieldsOf(await change(files, DATABASE.spec))).toEqual(['spec: target-fixed']);
});

describe('a new grant is refused, and nothing made, for', () => {
  test.each([
    ['a database of another customer on the same host', inDatabase('beta_sklep'), ['spec.database: database-missing']],
    ['a database of a customer whose name begins the same', inDatabase('alfa-2_sklep'), ['spec.database: database-missing']],
    ['a database that is not there', inDatabase('alfa_nie-ma'), ['spec.database: database-missing']],
    ['a name of 65 characters', inDatabase(`alfa_${'x'.repeat(60)}`), ['spec.database: database-missing']],
    ['a system’s own database', inDatabase('mysql'), ['spec.database: database-missing']],
    ['an access that is none', { ...DATABASE.spec, access: 'all' }, ['spec.access: invalid-input']],
    ['a mailbox that is not there', inMailbox('nie-ma@alfa.test'), ['spec.address: mailbox-missing']],
    ['a mailbox of another customer’s domain', inMailbox('biuro@beta.test'), ['spec.address: mailbox-missing']],
    ['a mailbox in the bin', inMailbox('kosz@alfa.test'), ['spec.address: mailbox-in-bin']],
    ['an address that is none', inMailbox('../biuro@alfa.test'), ['spec.address: mailbox-missing']],
    ['full access to a mailbox', { ...MAILBOX.spec, access: 'full' }, ['spec.access: invalid-input']],
  ])('%s', async (_, spec, fields) => {
    const before = await countOf('grants');
    const refused = await give(spec);
    expect(refused.status).toBe(422);
    expect(await fieldsOf(refused)).toEqual(fields);
    expect(await countOf('grants')).toBe(before);
  });
});

describe('a credential to show once', () => {
  const shown = (password: string) => ({ grantee: { name: 'Ola', email: null }, credential: { type: 'password', password } });

  test('is taken for a database', async () => {
    const response = await give(DATABASE.spec, shown(GENERATED));
    expect(response.status).toBe(201);
    const grant = await response.json<GrantView>();
    expect(grant).toMatchObject({ state: 'pending', invitation: null });
    expect(hashIn(await told(grant, 1))).toMatch(DATABASE.hash);
  });
  test.each([
    ['one that was not generated, for a database', DATABASE, shown(CHOSEN), 'credential.password: password-not-generated'],
    ['a key, for a database', DATABASE, { credential: KEY }, 'credential.publicKey: credential-unsuited'],
    ['any, for a mailbox: only the grantee may know it (R10)', MAILBOX, shown(CHOSEN), 'credential: credential-unsuited'],
  ])('is refused: %s', async (_, kind, over, field) => {
    const before = await countOf('grants');
    const refused = await give(kind.spec, over);
    expect([refused.status, await fieldsOf(refused.clone() as Response)]).toEqual([422, [field]]);
    expect((await problem(refused)).message).not.toBe('');
    expect(await countOf('grants')).toBe(before);
  });
});

describe('whoever reads a mailbox', () => {
  test('is told each time somebody else gets access or more of it, and not when that ends', async () => {
    const notAfter = Date.now() + 3 * DAY;
    const already = (await lettersTo(MAILBOX.name)).length;
    const grant = await active({ ...MAILBOX, spec: MAILBOX.less }, { notAfter });
    const [letter = ''] = (await lettersTo(MAILBOX.name)).slice(already);
    for (const words of ['Jan Kowalski', 'Anna Nowak, Alfa', 'tylko czytanie', momentWords(notAfter), 'nikomu go nie pokazano'])
      expect(letter).toContain(words);
    await change(grant, MAILBOX.spec);
    await agent.acknowledge(await told(grant, 2));
    await becomes(owner, grant.id, 'active');
    expect((await lettersTo(MAILBOX.name)).slice(already)).toHaveLength(2);
    await revoke(grant);
    await agent.acknowledge(await told(grant, 3));
    await becomes(owner, grant.id, 'ended');
    expect((await lettersTo(MAILBOX.name)).slice(already)).toHaveLength(2);
  });
  test('is told as soon as the host has said so, whenever the clock may come', async () => {
    const letters = `SELECT count(*) AS n FROM sent_message WHERE recipient = '${MAILBOX.name}'`;
    const already = (await lettersTo(MAILBOX.name)).length;
    await active(MAILBOX);
    await vi.waitFor(async () => expect(await env.DB.prepare(letters).first('n')).toBe(already + 1), {
      timeout: 5000,
      interval: 20,
    });
  });
  test('is told of an access that was over before the message was out', async () => {
    const already = (await lettersTo(MAILBOX.name)).length;
    await env.DB.prepare(
      `CREATE TRIGGER slow_post AFTER INSERT ON outbox WHEN NEW.template = 'mailbox-shared'
       BEGIN UPDATE outbox SET due_at = due_at + 1000000 WHERE id = NEW.id; END`,
    ).run();
    const grant = await active(MAILBOX);
    await revoke(grant);
    await agent.acknowledge(await told(grant, 2));
    await becomes(owner, grant.id, 'ended');
    await env.DB.batch(['DROP TRIGGER slow_post', 'UPDATE outbox SET due_at = 0'].map((sql) => env.DB.prepare(sql)));
    expect((await lettersTo(MAILBOX.name)).slice(already).join()).toContain('Ten dostęp już się skończył.');
  });
  test('hears nothing of what is still an invitation, nor of databases', async () => {
    const before = await countOf('outbox');
    await give(MAILBOX.spec);
    await active(DATABASE);
    await deliverMail(env);
    await mailIsOut();
    const since = await env.DB.prepare('SELECT template FROM outbox ORDER BY rowid LIMIT -1 OFFSET ?').bind(before).all();
    expect(since.results).toEqual([{ template: 'invitation' }, { template: 'invitation' }]);
  });
});
