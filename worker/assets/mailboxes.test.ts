import { createScheduledController, env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MailboxView } from '../../contract/index.ts';
import { aTrial, PASSWORD, refusal, type Trial } from '../../tests/support/assets.ts';
import worker from '../index.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await aTrial();
});
beforeEach(() => trial.clear());

const OTHER = 'Jesienny-Zamek-8-dni';
const BIURO = 'biuro@alfa.test';
const change = (password = OTHER, key?: string) => trial.call('changeMailboxPassword', { address: BIURO, password }, key);
const note = (people: string[]) => trial.call('noteMailboxReaders', { address: BIURO, people });
const restore = () => trial.call('restoreMailbox', { address: BIURO });
const create = (over: object) =>
  trial.call('createMailbox', { local: 'biuro', domain: 'alfa.test', password: PASSWORD, ...over });
const sentences = async () => {
  const response = await trial.owner.call('listAudit');
  return (await response.json<{ entries: { sentence: string }[] }>()).entries.map(({ sentence }) => sentence);
};

/** The cron trigger, at a moment of the test's own choosing. */
const cronAt = (at: number) => worker.scheduled(createScheduledController({ scheduledTime: at }), env);

describe('a mailbox', () => {
  test('is created under a password whose hash the host gets and the tables forget', async () => {
    const created = await create({});
    expect([created.status, await created.json()]).toEqual([
      201,
      {
        address: BIURO,
        state: 'creating',
        problem: null,
        bytes: null,
        access: [],
        lastUseAt: null,
        binnedUntil: null,
        managed: true,
        knownBy: [{ person: 'Anna Nowak', since: expect.any(Number) }],
      },
    ]);
    const item = await trial.agent.toldOf(BIURO, 1);
    expect(item.state).toMatchObject({ tree: 'alfa', active: true, password: { hash: expect.stringMatching(/^\$7\$/) } });
    await trial.applied(BIURO, 1);
    await trial.becomes(BIURO, 'ready');
    expect(await trial.row(BIURO)).toMatchObject({ hash: null, acked_gen: 1 });
    expect((await trial.row(BIURO))?.wanted).toContain('"hash":null');
    expect(await trial.mailboxes()).toMatchObject({
      live: true,
      domains: ['alfa.test'],
      plan: { used: 1, most: 3, bytes: 10, mostBytes: 1000 },
      mailboxes: [{ address: BIURO, state: 'ready', bytes: 10, lastUseAt: 5 }],
    });
  });

  test.each([
    ['no name', { local: ' ' }, '422 local: required'],
    ['65 characters', { local: 'a'.repeat(65) }, '422 local: mailbox-name-too-long'],
    ['a Polish letter', { local: 'skrzynka-żółta' }, '422 local: mailbox-name-invalid'],
    ['two dots', { local: 'a..b' }, '422 local: mailbox-name-invalid'],
    ['a dot at its end', { local: 'a.' }, '422 local: mailbox-name-invalid'],
    ['a quote', { local: `a"b` }, '422 local: mailbox-name-invalid'],
    ['a percent sign', { local: 'a%b' }, '422 local: mailbox-name-invalid'],
    ['an @', { local: 'a@alfa.test' }, '422 local: mailbox-name-invalid'],
    ['another account’s domain', { domain: 'beta.test' }, '422 domain: domain-foreign'],
    ['a domain that is none', { domain: '' }, '422 domain: domain-foreign'],
    ['a short password', { password: 'krotkie' }, '422 password: password-too-weak'],
    ['a password of one letter', { password: 'aaaaaaaaaaaaaaaa' }, '422 password: password-too-weak'],
  ])('is not created with %s, and nothing is half-made', async (_, over, expected) => {
    expect(await refusal(await create(over))).toBe(expected);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM asset').first('n')).toBe(0);
    expect(await sentences()).toEqual([]);
  });
  test.each(['a'.repeat(64), 'jan.kowal_2', 'select'])('may be called %j', async (local) => {
    expect((await create({ local, domain: ' Alfa.TEST ' })).status).toBe(201);
    expect((await trial.row(`${local}@alfa.test`))?.state).toBe('creating');
  });
  test('is not created where one stands, where one lies in the bin, and over the plan', async () => {
    await trial.standingMailbox('biuro');
    expect(await refusal(await create({}))).toBe('422 local: mailbox-exists');
    await trial.deleteMailbox(BIURO);
    expect(await refusal(await create({}))).toBe('422 local: mailbox-in-bin');
    trial.agent.mailboxes.push({ address: 'stara@alfa.test', bytes: 999, lastUseAt: null, active: true });
    expect(await refusal(await create({ local: 'stara' }))).toBe('422 local: mailbox-exists');
    expect(await refusal(await create({ local: 'nowa' }))).toBe('422 local: mailbox-quota');
    trial.agent.mailboxes.push({ address: 'inna@alfa.test', bytes: 0, lastUseAt: null, active: true });
    expect(await refusal(await create({ local: 'nowa' }))).toBe('422 local: mailbox-limit');
  });
});

describe('a new password', () => {
  test('goes to the host as a hash, and the record names who knew the old one', async () => {
    await trial.standingMailbox('biuro');
    await note(['Anna Nowak', 'Ola Lis']);
    const changed = await (await change()).json<MailboxView>();
    expect(changed).toMatchObject({ state: 'changing', knownBy: [{ person: 'Anna Nowak' }] });
    const before = trial.agent.told.find((item) => item.principal === BIURO && item.gen === 1);
    const item = await trial.agent.toldOf(BIURO, 2);
    const hashOf = (state: object | null | undefined) => (state as { password: { hash: string } }).password.hash;
    expect(hashOf(item.state)).not.toBe(hashOf(before?.state));
    await trial.applied(BIURO, 2);
    await trial.becomes(BIURO, 'ready');
    expect(await trial.row(BIURO)).toMatchObject({ hash: null });
    expect((await sentences())[1]).toBe(
      'Nowe hasło skrzynki, serwer właśnie je ustawia. Skrzynka: biuro@alfa.test. Kto znał poprzednie: Anna Nowak, Ola Lis.',
    );
  });
  test('that is weak is refused beside its field, and changes nothing', async () => {
    await trial.standingMailbox('biuro');
    expect(await refusal(await change('aaaaaaaaaaaaaaaa'))).toBe('422 password: password-too-weak');
    expect((await trial.row(BIURO))?.gen).toBe(1);
  });
  test('of a mailbox that this product did not make is left alone, like the mailbox', async () => {
    trial.agent.mailboxes = [{ address: BIURO, bytes: 1, lastUseAt: null, active: true }];
    expect(await trial.mailbox(BIURO)).toMatchObject({ state: 'ready', managed: false, knownBy: [] });
    for (const refused of [await note(['Ola']), await trial.deleteMailbox(BIURO), await change()])
      expect(await refusal(refused)).toBe('422 address: mailbox-unmanaged');
    expect(await trial.row(BIURO)).toBeNull();
  });
  test('given while the host is away reaches it when it is back', async () => {
    await trial.standingMailbox('biuro');
    trial.agent.disconnect();
    expect((await change()).status).toBe(200);
    await trial.agent.connect();
    await trial.applied(BIURO, 2);
    await trial.becomes(BIURO, 'ready');
  });
  test('of a repeated request is not set again over a newer one', async () => {
    await trial.standingMailbox('biuro');
    const key = crypto.randomUUID();
    await change(OTHER, key);
    await change('Zimowy-Most-9-dni');
    await env.DB.prepare('DELETE FROM idempotency').run();
    expect((await change(OTHER, key)).status).toBe(200);
    expect((await trial.row(BIURO))?.gen).toBe(3);
  });
});

describe('who knows a password', () => {
  test('is replaced whole; those who stay keep their date', async () => {
    await trial.standingMailbox('biuro');
    const [first] = (await trial.mailbox(BIURO))?.knownBy ?? [];
    const noted = await (await note([' Ola Lis ', 'Anna Nowak'])).json<MailboxView>();
    expect(noted.knownBy).toEqual([{ person: 'Ola Lis', since: expect.any(Number) }, first]);
    expect((await (await note([])).json<MailboxView>()).knownBy).toEqual([]);
    expect(await trial.row(BIURO)).toMatchObject({ state: 'ready', gen: 1 });
  });
});

describe('the bin', () => {
  test('shuts a mailbox, and gives it back with its mail and its password', async () => {
    await trial.standingMailbox('biuro');
    const print = JSON.parse(String((await trial.row(BIURO))?.wanted)).password.print;
    expect(await refusal(await trial.call('deleteMailbox', { address: BIURO, typed: 'biuro' }))).toBe('422 typed: name-mismatch');
    const deleted = await (await trial.deleteMailbox(BIURO)).json<MailboxView>();
    expect(deleted.state).toBe('bin');
    expect((deleted.binnedUntil ?? 0) - Date.now()).toBeGreaterThan(7 * 86_400_000 - 60_000);
    expect((await trial.agent.toldOf(BIURO, 2)).state).toEqual({ tree: 'alfa', active: false, password: { hash: null, print } });
    await trial.applied(BIURO, 2);
    await expect.poll(async () => (await trial.row(BIURO))?.acked_gen).toBe(2);
    expect((await trial.mailboxes()).plan.used).toBe(1);
    expect(await refusal(await change())).toBe('422 address: mailbox-in-bin');
    expect((await (await restore()).json<MailboxView>()).state).toBe('changing');
    expect((await trial.agent.toldOf(BIURO, 3)).state).toEqual({ tree: 'alfa', active: true, password: { hash: null, print } });
    await trial.applied(BIURO, 3);
    await trial.becomes(BIURO, 'ready');
    expect((await restore()).status).toBe(200);
    expect((await trial.row(BIURO))?.gen).toBe(3);
  });
  test('is emptied by the clock after seven days, not before', async () => {
    await trial.standingMailbox('biuro');
    await trial.deleteMailbox(BIURO);
    const { purge_at: purgeAt } = (await trial.row(BIURO)) as { purge_at: number };
    await cronAt(purgeAt - 1);
    expect((await trial.row(BIURO))?.state).toBe('bin');
    await cronAt(purgeAt);
    expect(await trial.row(BIURO)).toMatchObject({ state: 'deleting', wanted: null, gen: 3 });
    expect(await refusal(await restore())).toBe('404 not-found');
    await trial.applied(BIURO, 3);
    await trial.becomes(BIURO, 'gone');
    expect((await create({})).status).toBe(201);
    expect((await trial.agent.toldOf(BIURO, 4)).state).toMatchObject({ active: true });
  });
});

describe('another service’s mailbox', () => {
  test('is told like one that is nowhere, on every route', async () => {
    await trial.stranger.call('createMailbox', {
      params: { serviceId: 's2' },
      body: { local: 'biuro', domain: 'beta.test', password: PASSWORD },
    });
    const told = new Set<string>();
    for (const address of ['biuro@beta.test', 'nikt@beta.test', 'nikt@alfa.test', 'biuro@xalfa.test']) {
      const answers = await Promise.all([
        trial.call('changeMailboxPassword', { address, password: PASSWORD }),
        trial.call('noteMailboxReaders', { address, people: [] }),
        trial.call('deleteMailbox', { address, typed: address }),
        trial.call('restoreMailbox', { address }),
      ]);
      for (const answer of answers) told.add(`${answer.status} ${await answer.text()}`);
    }
    expect([...told]).toEqual([expect.stringMatching(/^404 /)]);
    expect(await trial.row('biuro@beta.test')).toMatchObject({ state: 'creating', gen: 1 });
  });
});

test('no password and no hash is in the audit, in an answer that is kept, or in a list', async () => {
  await trial.standingMailbox('biuro');
  await change();
  const kept = await Promise.all(
    ['audit', 'idempotency', 'outbox'].map((table) => env.DB.prepare(`SELECT * FROM ${table}`).all()),
  );
  const text = JSON.stringify([kept.map(({ results }) => results), await trial.mailboxes(), await sentences()]);
  for (const secret of [PASSWORD, OTHER, '$7$']) expect(text).not.toContain(secret);
});
