import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { CessionView } from '../../contract/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { anApiClient, signedIn } from '../support/in-worker.ts';
import {
  accepts,
  aGrant,
  anAccountWithAll,
  COMPANY,
  codeOf,
  confirms,
  decideAll,
  NEW_PASSWORD,
  read,
  rowsOf,
  start,
  TAKER,
  tokenFor,
  view,
} from './cession-stage.ts';

const FTP = { kind: 'ftp', directory: '/', access: 'read' };
const delegation = (domain: string, to: string) => ({ kind: 'delegation', domain, to });

describe('a whole account with everything in it', () => {
  let owner: ApiClient;
  let adam: ApiClient;
  let taker: ApiClient;
  let cession: CessionView;
  let token: string;
  const KEPT = ['g-ftp-kept', 'g-open-kept', 'g-panel-kept', 'g-foreign-kept', 'member:adam-a1'];

  beforeAll(async () => {
    owner = await anAccountWithAll('a1', '1001');
    await anAccountWithAll('b1', '1002');
    await anAccountWithAll('m1', '1015');
    adam = await signedIn('adam@a1.test');
    const on = { accountId: 'a1', serviceId: 's-a1', hostId: 'h1', kind: 'ftp', spec: FTP } as const;
    await aGrant({ ...on, id: 'g-ftp-kept', state: 'active' });
    await aGrant({ ...on, id: 'g-ftp-gone', state: 'active' });
    await aGrant({ ...on, id: 'g-ftp-pending', state: 'pending' });
    await aGrant({ ...on, id: 'g-ftp-going', state: 'revoking' });
    await aGrant({ ...on, id: 'g-open-kept', state: 'requested' });
    await aGrant({ ...on, id: 'g-open-gone', state: 'requested' });
    const panel = { accountId: 'a1', serviceId: 'panel-a1', hostId: 'edge', kind: 'panel-user' } as const;
    const administrator = { kind: 'panel-user', role: 'administrator' };
    await aGrant({ ...panel, id: 'g-panel-kept', state: 'active', spec: administrator, memberId: 'kasia' });
    await aGrant({ ...panel, id: 'g-panel-gone', state: 'active', spec: administrator, memberId: 'zenon' });
    const seat = { accountId: 'a1', serviceId: 'l-a1', hostId: 'vendor-own', kind: 'seat' } as const;
    await aGrant({ ...seat, id: 'g-seat-gone', state: 'active', spec: { kind: 'seat', role: 'user' } });
    const out = { id: 'g-out-gone', accountId: 'a1', serviceId: 'd-a1', toAccountId: 'b1', spec: delegation('a1.test', '1002') };
    await aGrant({ ...out, kind: 'delegation', hostId: 'h1', state: 'active' });
    const foreign = { accountId: 'b1', serviceId: 'd-b1', toAccountId: 'a1', hostId: 'h1', kind: 'delegation' } as const;
    await aGrant({ ...foreign, id: 'g-foreign-kept', state: 'active', spec: delegation('b1.test', '1001') });
    const elsewhere = { ...foreign, accountId: 'm1', serviceId: 'd-m1', spec: delegation('m1.test', '1001') };
    await aGrant({ ...elsewhere, id: 'g-foreign-gone', state: 'active' });
  });

  test('begins only for its owner, who types its number', async () => {
    const body = { kind: 'account', serviceId: null, taker: TAKER, typed: '1002' };
    expect((await adam.call('startCession', { body: { ...body, typed: '1001' } })).status).toBe(403);
    const wrong = await owner.call('startCession', { body });
    expect((await wrong.json<{ error: { fields: object[] } }>()).error.fields).toMatchObject([
      { field: 'typed', code: 'name-mismatch' },
    ]);
    const key = crypto.randomUUID();
    const first = await owner.call('startCession', { body: { ...body, typed: ' 1001 ' }, key });
    expect(first.status).toBe(201);
    cession = await view(first);
    expect(await view(await owner.call('startCession', { body: { ...body, typed: ' 1001 ' }, key }))).toEqual(cession);
    expect(await codeOf(await owner.call('startCession', { body: { ...body, typed: '1001' } }))).toBe('cession-under-way');
    expect(cession).toMatchObject({ state: 'offered', side: 'giver', counts: { keep: 0 } });
  });

  test('lists everything that stands, and nothing is decided by itself but what always ends', () => {
    const open = cession.items.filter(({ decision }) => decision === null).map(({ id }) => id);
    expect(open.sort()).toEqual(
      [
        ...['g-ftp-kept', 'g-ftp-gone', 'g-ftp-pending', 'g-open-kept', 'g-open-gone', 'g-panel-kept', 'g-panel-gone'],
        ...['g-seat-gone', 'g-out-gone', 'g-foreign-kept', 'g-foreign-gone', 'member:adam-a1', 'member:ula-a1'],
      ].sort(),
    );
    const always = cession.items.filter(({ mayStay }) => !mayStay);
    expect(always.map(({ id, decision }) => `${id} ${decision}`).sort()).toEqual([
      'g-ftp-going end',
      'member:anna-a1 end',
      'session:adam-a1 end',
      'session:anna-a1 end',
    ]);
  });

  test('is offered by a link that is looked at without using it up, and accepted once with the subscriber’s data', async () => {
    token = await tokenFor(TAKER.email);
    const offer = await (await anApiClient().call('lookupCession', { body: { token } })).json();
    expect(offer).toMatchObject({ state: 'offered', giver: 'Anna Stara', account: 'Firma a1', taker: { hasSignIn: false } });
    const wrong = { token, subscriber: { ...COMPANY, nip: '5260250275' }, password: NEW_PASSWORD };
    expect(await (await anApiClient().call('acceptCession', { body: wrong })).text()).toContain('subscriber.nip');
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => {
        const client = anApiClient();
        const body = { token, subscriber: COMPANY, password: NEW_PASSWORD };
        return client.call('acceptCession', { body }).then((response) => ({ client, response }));
      }),
    );
    const won = tries.filter(({ response }) => response.status === 200);
    expect(won).toHaveLength(1);
    taker = won[0]?.client ?? anApiClient();
    cession = await view(won[0]?.response ?? new Response());
    expect(cession).toMatchObject({ state: 'accepted', side: 'taker', items: [], subscriber: { nip: '5260250274' } });
    expect(
      await codeOf(await anApiClient().call('acceptCession', { body: { token, subscriber: COMPANY, password: null } })),
    ).toBe('invitation-used');
  });

  test('can be confirmed by nobody before all is decided, and by no stranger at all', async () => {
    expect(await codeOf(await confirms(owner, cession))).toBe('cession-undecided');
    expect(await codeOf(await confirms(taker, cession))).toBe('cession-undecided');
    expect((await confirms(adam, cession)).status).toBe(404);
    expect((await confirms(await signedIn('anna@b1.test'), cession)).status).toBe(404);
    const keepSession = { version: cession.version, decisions: [{ id: 'session:anna-a1', decision: 'keep' }] };
    const refused = await owner.call('decideCession', { params: { cessionId: cession.id }, body: keepSession });
    expect(await refused.text()).toContain('decisions.0.decision');
    cession = await decideAll(owner, cession.id, ({ id }) => (KEPT.includes(id) ? 'keep' : 'end'));
    expect(cession.counts).toMatchObject({ keep: 5, undecided: 0 });
  });

  test('a grant that comes up afterwards must be decided too, and what is decided anew is confirmed anew', async () => {
    expect(await view(await confirms(taker, cession))).toMatchObject({ state: 'agreed', side: 'taker' });
    await aGrant({ id: 'g-late', accountId: 'a1', serviceId: 's-a1', hostId: 'h1', kind: 'ftp', spec: FTP, state: 'active' });
    expect(await codeOf(await confirms(owner, cession))).toBe('cession-changed');
    cession = await decideAll(owner, cession.id, ({ id, decision }) => decision ?? (id === 'g-late' ? 'end' : 'keep'));
    expect(cession).toMatchObject({ state: 'accepted', taker: { confirmedAt: null } });
    expect(await codeOf(await confirms(taker, { ...cession, version: cession.version - 1 }))).toBe('cession-changed');
  });

  test('a kept invitation that somebody takes up meanwhile is asked about again', async () => {
    await rowsOf("UPDATE grants SET version = version + 1 WHERE id = 'g-ftp-kept'");
    expect(await codeOf(await confirms(taker, cession))).toBe('cession-undecided');
    cession = await decideAll(owner, cession.id, ({ id }) => (KEPT.includes(id) ? 'keep' : 'end'));
  });

  test('leaves what the former owner was asking open until then', async () => {
    const message = { subject: 'Faktura', text: 'Gdzie jest?', serviceId: 's-a1', order: null, context: null };
    expect((await owner.call('openCase', { body: message })).status).toBe(201);
    const helper = { name: 'Jan', email: 'jan@it.test' };
    const question = { setting: 'php-version', serviceId: 's-a1', helper, note: '' };
    expect((await owner.call('createSettingRequest', { body: question })).status).toBe(201);
  });

  test('ends in one act: the subscriber changes, and every grant is kept or being taken back as decided', async () => {
    expect((await confirms(owner, cession)).status).toBe(200);
    const done = await confirms(taker, cession);
    expect(done.status).toBe(200);
    cession = await view(done);
    expect(cession).toMatchObject({ state: 'completed', counts: { keep: 5, undecided: 0 } });
    expect(await rowsOf("SELECT name, owner_epoch FROM account WHERE id = 'a1'")).toEqual([
      { name: COMPANY.name, owner_epoch: 2 },
    ]);
    const grants = await rowsOf("SELECT id, state, end_reason, gen, owner_epoch FROM grants WHERE id LIKE 'g-%' ORDER BY id");
    const kept = { end_reason: null, owner_epoch: 2 };
    const revoking = { state: 'revoking', end_reason: 'cession', gen: 2, owner_epoch: 1 };
    const over = { state: 'ended', end_reason: 'cession', gen: 0, owner_epoch: 1 };
    expect(grants).toEqual([
      { id: 'g-foreign-gone', ...over },
      { id: 'g-foreign-kept', state: 'active', gen: 0, end_reason: null, owner_epoch: 1 },
      { id: 'g-ftp-going', state: 'revoking', gen: 1, end_reason: null, owner_epoch: 1 },
      { id: 'g-ftp-gone', ...revoking },
      { id: 'g-ftp-kept', state: 'active', gen: 1, ...kept },
      { id: 'g-ftp-pending', ...revoking },
      { id: 'g-late', ...revoking },
      { id: 'g-open-gone', ...over },
      { id: 'g-open-kept', state: 'requested', gen: 0, ...kept },
      { id: 'g-out-gone', ...over },
      { id: 'g-panel-gone', ...over },
      { id: 'g-panel-kept', state: 'active', gen: 0, ...kept },
      { id: 'g-seat-gone', ...revoking },
    ]);
    const wanted = await rowsOf(
      'SELECT grant_id FROM desired WHERE state IS NULL AND hash IS NULL AND gen = 2 ORDER BY grant_id',
    );
    expect(wanted.map((row) => row.grant_id)).toEqual(['g-ftp-gone', 'g-ftp-pending', 'g-late', 'g-seat-gone']);
    const people = await rowsOf(
      "SELECT user_id, role FROM membership WHERE account_id = 'a1' AND user_id NOT IN (SELECT id FROM user WHERE email = ?)",
      TAKER.email,
    );
    expect(people.map((row) => `${row.user_id} ${row.role}`).sort()).toEqual(['adam-a1 administrator', 'kasia administrator']);
    expect(
      await rowsOf("SELECT state FROM invitation WHERE id IN ('i-g-open-gone', 'i-g-ftp-gone', 'i-g-open-kept') ORDER BY id"),
    ).toEqual([{ state: 'void' }, { state: 'void' }, { state: 'open' }]);
  });

  test('hands over nothing of what the former owner was asking', async () => {
    expect(await rowsOf("SELECT state FROM help_case WHERE account_id = 'a1'")).toEqual([{ state: 'closed' }]);
    expect(await rowsOf("SELECT state FROM setting_request WHERE account_id = 'a1'")).toEqual([{ state: 'dropped' }]);
    for (const show of ['open', 'closed'])
      expect(await (await taker.call('listCases', { query: { show } })).json()).toEqual({ cases: [], next: null });
    expect(await (await taker.call('listSettingRequests')).json()).toEqual({ requests: [], next: null });
  });

  test('leaves the former owner nothing but the receipt, and sessions nothing but a new choice', async () => {
    expect(await codeOf(await owner.call('listGrants'))).toBe('no-account');
    expect(await read(owner, cession.id)).toMatchObject({ state: 'completed', side: 'giver', account: { name: 'Firma a1' } });
    expect((await owner.call('chooseAccount', { body: { accountId: 'a1' } })).status).toBe(404);
    expect(await codeOf(await adam.call('listGrants'))).toBe('no-account');
    expect((await adam.call('chooseAccount', { body: { accountId: 'a1' } })).status).toBe(200);
    expect((await taker.call('listGrants')).status).toBe(200);
    expect((await read(taker, cession.id)).items.find(({ id }) => id === 'g-ftp-kept')).toMatchObject({ decision: 'keep' });
    expect((await anApiClient().call('lookupCession', { body: { token } })).status).toBe(410);
    expect(await confirms(taker, cession).then(view)).toMatchObject({ state: 'completed' });
  });

  test('is written down for each grant and for the whole, and told to both', async () => {
    const actions = await rowsOf(
      "SELECT action, count(*) AS n FROM audit WHERE details LIKE '%\"op\"%' AND account_id = 'a1' GROUP BY action",
    );
    const count = Object.fromEntries(actions.map(({ action, n }) => [action, n]));
    expect(count).toMatchObject({
      'grant.revoking': 4,
      'grant.ended': 3,
      'grant.kept': 3,
      'member.kept': 1,
      'member.ended': 2,
      'cession.completed': 1,
    });
    const sent = await rowsOf("SELECT recipient FROM outbox WHERE template = 'cession-completed' ORDER BY recipient");
    expect(sent.map(({ recipient }) => recipient)).toEqual(['anna@a1.test', TAKER.email]);
    const letters = await rowsOf(
      "SELECT recipient, json_extract(data, '$.grantId') AS about FROM outbox WHERE template = 'delegation-ended' ORDER BY recipient",
    );
    expect(letters).toEqual([
      { recipient: 'anna@b1.test', about: 'g-out-gone' },
      { recipient: 'anna@m1.test', about: 'g-foreign-gone' },
    ]);
    const [ended] = await vi.waitFor(async () => {
      const found = await rowsOf("SELECT text FROM sent_message WHERE recipient = 'anna@b1.test' AND text LIKE '%wraz z cesją%'");
      expect(found).toHaveLength(1);
      return found;
    });
    // Whoever managed the domain is not told who the account's new subscriber is.
    expect(ended?.text).not.toContain(COMPANY.name);
  });
});

describe('a cession that comes to nothing', () => {
  let owner: ApiClient;
  beforeAll(async () => {
    owner = await anAccountWithAll('c1', '1003');
  });
  const nothingChanged = async () =>
    expect(await rowsOf("SELECT owner_epoch FROM account WHERE id = 'c1'")).toEqual([{ owner_epoch: 1 }]);

  test('is called off by the giver, and its link says so', async () => {
    const taker = { name: 'T', email: 'c-1@nowa.test' };
    const { id } = await start(owner, '1003', taker);
    const token = await tokenFor(taker.email);
    expect(await view(await owner.call('cancelCession', { params: { cessionId: id } }))).toMatchObject({ state: 'cancelled' });
    expect(await view(await owner.call('cancelCession', { params: { cessionId: id } }))).toMatchObject({ state: 'cancelled' });
    expect(await codeOf(await anApiClient().call('lookupCession', { body: { token } }))).toBe('invitation-void');
    await nothingChanged();
  });

  test('is called off by the taker after accepting', async () => {
    const who = { name: 'T', email: 'c-2@nowa.test' };
    const { id } = await start(owner, '1003', who);
    const { taker } = await accepts(who.email);
    expect(await view(await taker.call('cancelCession', { params: { cessionId: id } }))).toMatchObject({ state: 'cancelled' });
    expect(await codeOf(await confirms(owner, { id, version: 2 }))).toBe('cession-over');
    await nothingChanged();
  });

  test('is declined by link', async () => {
    const who = { name: 'T', email: 'c-3@nowa.test' };
    const { id } = await start(owner, '1003', who);
    expect((await anApiClient().call('declineCession', { body: { token: await tokenFor(who.email) } })).status).toBe(204);
    expect(await read(owner, id)).toMatchObject({ state: 'declined' });
  });

  test('is over after fourteen days, whether or not the clock has come by, and another can begin', async () => {
    const who = { name: 'T', email: 'c-4@nowa.test' };
    const { id } = await start(owner, '1003', who);
    const { taker, cession } = await accepts(who.email);
    await rowsOf('UPDATE cession SET expires_at = ? WHERE id = ?', Date.now() - 1, id);
    expect(await codeOf(await confirms(taker, cession))).toBe('cession-over');
    expect(await read(owner, id)).toMatchObject({ state: 'expired' });
    const next = await start(owner, '1003', { name: 'T', email: 'c-5@nowa.test' });
    expect(next.state).toBe('offered');
    expect(await rowsOf('SELECT state FROM cession WHERE id = ?', id)).toEqual([{ state: 'expired' }]);
    await owner.call('cancelCession', { params: { cessionId: next.id } });
  });

  test('does not begin while it is blocked, and for 24 hours after the block was lifted', async () => {
    const blocked = { blocked: true, liftedAt: null };
    expect(await (await owner.call('blockCession', { body: {} })).json()).toEqual(blocked);
    const begin = () => owner.call('startCession', { body: { kind: 'account', serviceId: null, taker: TAKER, typed: '1003' } });
    expect(await codeOf(await begin())).toBe('cession-blocked');
    const lifting = await (await owner.call('unblockCession', { body: {} })).json<{ liftedAt: number }>();
    expect(lifting.liftedAt - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    expect(await (await owner.call('unblockCession', { body: {} })).json()).toEqual({
      blocked: true,
      liftedAt: lifting.liftedAt,
    });
    expect(await codeOf(await begin())).toBe('cession-blocked');
    expect(await (await owner.call('blockCession', { body: {} })).json()).toEqual(blocked);
    await owner.call('unblockCession', { body: {} });
    await rowsOf("UPDATE account SET cession_unblock_at = ? WHERE id = 'c1'", Date.now() - 1);
    expect((await begin()).status).toBe(201);
  });

  test('is not offered to the provider’s own people, told as of any address that takes no mail', async () => {
    await rowsOf(
      "INSERT INTO user (id, email, name, password_hash, staff_role, created_at) VALUES ('bok', 'bok@klucznik.test', 'B', 'x', 'support', 1)",
    );
    const body = { kind: 'account', serviceId: null, taker: { name: 'B', email: 'bok@klucznik.test' }, typed: '1003' };
    expect(await (await owner.call('startCession', { body })).text()).toContain('email-invalid');
  });
});

describe('a single domain', () => {
  test('goes to another client’s account with who manages it, and the account it leaves stays whose it was', async () => {
    const owner = await anAccountWithAll('e1', '1005');
    const other = await anAccountWithAll('f1', '1006');
    await anAccountWithAll('g1', '1007');
    const kept = {
      id: 'g-e-kept',
      accountId: 'e1',
      serviceId: 'd-e1',
      toAccountId: 'g1',
      hostId: 'h1',
      kind: 'delegation',
    } as const;
    await aGrant({ ...kept, state: 'active', spec: delegation('e1.test', '1007') });
    const ask = async (serviceId: string) => {
      const helper = { name: 'Jan', email: 'jan@it.test' };
      const asked = await owner.call('createSettingRequest', { body: { setting: 'ssl', serviceId, helper, note: '' } });
      return (await asked.json<{ id: string }>()).id;
    };
    const [ofDomain, ofServer] = [await ask('d-e1'), await ask('s-e1')];
    const taker = { name: 'Anna', email: 'anna@f1.test' };
    const body = { kind: 'domain', serviceId: 'd-e1', taker, typed: 'E1.test' };
    expect((await other.call('startCession', { body })).status).toBe(404);
    const cession = await view(await owner.call('startCession', { body }));
    expect(cession).toMatchObject({ kind: 'domain', domain: 'e1.test', items: [{ id: 'g-e-kept' }] });
    const token = await tokenFor(taker.email);
    const acceptance = { token, subscriber: COMPANY, password: null };
    expect(await codeOf(await anApiClient().call('acceptCession', { body: { ...acceptance, password: NEW_PASSWORD } }))).toBe(
      'cession-account-needed',
    );
    expect((await other.call('acceptCession', { body: acceptance })).status).toBe(200);
    const decided = await decideAll(owner, cession.id, () => 'keep');
    await confirms(other, decided);
    expect(await view(await confirms(owner, decided))).toMatchObject({ state: 'completed' });
    expect(await rowsOf("SELECT account_id FROM service WHERE id = 'd-e1'")).toEqual([{ account_id: 'f1' }]);
    expect(await rowsOf("SELECT account_id, state FROM grants WHERE id = 'g-e-kept'")).toEqual([
      { account_id: 'f1', state: 'active' },
    ]);
    expect(await rowsOf("SELECT name, owner_epoch FROM account WHERE id = 'e1'")).toEqual([{ name: 'Firma e1', owner_epoch: 1 }]);
    expect(await rowsOf("SELECT action FROM audit WHERE account_id = 'f1' AND action LIKE 'cession.%'")).toEqual([
      { action: 'cession.received' },
    ]);
    // Nobody is asked any more what to change in a domain that is another client's.
    const asked = await rowsOf("SELECT id, state FROM setting_request WHERE account_id = 'e1' ORDER BY state");
    expect(asked).toEqual([
      { id: ofDomain, state: 'dropped' },
      { id: ofServer, state: 'sent' },
    ]);
    expect((await owner.call('listGrants')).status).toBe(200);
    expect(await read(owner, cession.id)).toMatchObject({ side: 'giver', state: 'completed' });
    expect(await read(other, cession.id)).toMatchObject({ side: 'taker', state: 'completed', items: [{ id: 'g-e-kept' }] });
  });
});

describe('somebody who has a sign-in', () => {
  test('accepts only as that very person, and becomes owner also where they were administrator', async () => {
    const owner = await anAccountWithAll('k1', '1011');
    const adam = await signedIn('adam@k1.test');
    const begun = await start(owner, '1011', { name: 'Adam', email: 'adam@k1.test' });
    const token = await tokenFor('adam@k1.test');
    const body = { token, subscriber: COMPANY, password: NEW_PASSWORD };
    expect(await codeOf(await anApiClient().call('acceptCession', { body }))).toBe('sign-in-as-invited');
    expect(await codeOf(await owner.call('acceptCession', { body }))).toBe('sign-in-as-invited');
    expect((await adam.call('acceptCession', { body: { ...body, password: null } })).status).toBe(200);
    const decided = await decideAll(owner, begun.id, () => 'end');
    expect(decided.items.map(({ id }) => id)).not.toContain('member:adam-k1');
    await confirms(adam, decided);
    expect((await confirms(owner, decided)).status).toBe(200);
    expect(await rowsOf("SELECT user_id, role FROM membership WHERE account_id = 'k1'")).toEqual([
      { user_id: 'adam-k1', role: 'owner' },
    ]);
  });
});
