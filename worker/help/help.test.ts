import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { CaseSummary, CaseView, Problem, RouteName, StaffCaseSummary, StaffCaseView } from '../../contract/index.ts';
import type { ApiClient, Call } from '../../tests/support/api-client.ts';
import { aHost, anAccount, aStaffMember } from '../../tests/support/build/index.ts';
import { planted, signedIn } from '../../tests/support/in-worker.ts';

let anna: ApiClient;
let adam: ApiClient;
let ula: ApiClient;
let bogdan: ApiClient;
let kasia: ApiClient;
let tomek: ApiClient;

beforeAll(async () => {
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1', name: 'Alfa', clientNumber: '1001' })
      .withOwner({ id: 'anna', email: 'anna@alfa.test', name: 'Anna Nowak' })
      .withAdministrator({ id: 'adam', email: 'adam@alfa.test', name: 'Adam' })
      .with('user', { id: 'ula', email: 'ula@alfa.test', name: 'Ula' })
      .withHosting({ id: 's1', name: 'Sklep', hostId: 'h1' })
      .rows(),
    await anAccount({ id: 'b1', clientNumber: '1002' })
      .withOwner({ id: 'bogdan', email: 'bogdan@beta.test' })
      .withHosting({ id: 's2', hostId: 'h1' })
      .rows(),
    await aStaffMember('support', { id: 'kasia', name: 'Kasia', email: 'kasia@bok.test' }),
    await aStaffMember('operator', { id: 'tomek', name: 'Tomek', email: 'tomek@bok.test' }),
  );
  [anna, adam, ula, bogdan, kasia, tomek] = (await Promise.all(
    ['anna@alfa.test', 'adam@alfa.test', 'ula@alfa.test', 'bogdan@beta.test', 'kasia@bok.test', 'tomek@bok.test'].map((email) =>
      signedIn(email),
    ),
  )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
});

const NEW = { subject: 'Nie działa poczta', text: 'Od rana nic nie przychodzi.', serviceId: null, order: null, context: null };
async function answered<T>(client: ApiClient, name: RouteName, call: Call): Promise<T> {
  const response = await client.call(name, call);
  expect(response.ok, `${name}: ${response.status} ${response.ok ? '' : await response.clone().text()}`).toBe(true);
  return response.json<T>();
}
const refusal = async (response: Response) => (await response.json<Problem>()).error;
const opened = (client: ApiClient, over: object = {}) => answered<CaseView>(client, 'openCase', { body: { ...NEW, ...over } });
const read = (client: ApiClient, caseId: string) => answered<CaseView>(client, 'readCase', { params: { caseId } });
const staffRead = (client: ApiClient, caseId: string) => answered<StaffCaseView>(client, 'readStaffCase', { params: { caseId } });
const does = async (client: ApiClient, name: RouteName, caseId: string, body: object = {}) => {
  const { version } = await staffRead(client, caseId);
  return answered<StaffCaseView>(client, name, { params: { caseId }, body: { version, ...body } });
};
const queue = async (client: ApiClient, show: string) =>
  (await answered<{ cases: StaffCaseSummary[] }>(client, 'listCaseQueue', { query: { show, limit: '100' } })).cases.map(
    ({ id }) => id,
  );
const mine = async (client: ApiClient, show = 'open') =>
  (await answered<{ cases: CaseSummary[] }>(client, 'listCases', { query: { show, limit: '100' } })).cases;
const allSent = () =>
  vi.waitFor(async () =>
    expect(await env.DB.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first('n')).toBe(0),
  );
const auditOf = async (caseNumber: string) =>
  (
    await env.DB.prepare("SELECT action, actor_kind AS who FROM audit WHERE json_extract(details, '$.number') = ? ORDER BY id")
      .bind(caseNumber)
      .all<{ action: string; who: string }>()
  ).results.map(({ action, who }) => `${who} ${action}`);
const close = (client: ApiClient, caseId: string) => answered<CaseView>(client, 'closeCase', { params: { caseId } });

describe('a message to support', () => {
  test('is taken, answered, handed on and closed, and the customer hears of it', async () => {
    const { id, number, state } = await opened(anna, { serviceId: 's1', subject: 'Poczta\n nie działa' });
    expect([number, state]).toEqual([expect.stringMatching(/^S-1\d{3}$/), 'new']);
    expect(await queue(kasia, 'new')).toContain(id);
    expect((await staffRead(kasia, id)).unread).toBe(true);

    expect(await does(kasia, 'takeCase', id)).toMatchObject({
      state: 'taken',
      takenBy: { id: 'kasia', name: 'Kasia' },
      unread: false,
    });
    expect(await queue(kasia, 'mine')).toContain(id);
    expect(await queue(tomek, 'taken')).toContain(id);
    expect(await queue(tomek, 'new')).not.toContain(id);

    await does(kasia, 'answerCase', id, { text: 'Proszę o chwilę.\n\nSprawdzam <b>serwer</b>.', close: false });
    await does(kasia, 'handCaseOn', id, { to: 'tomek', note: 'Zerkniesz na Dovecota?' });
    expect((await mine(anna)).find((one) => one.id === id)).toMatchObject({
      unread: true,
      state: 'waiting',
      subject: 'Poczta nie działa',
    });
    const seen = await read(anna, id);
    expect(seen.messages.map(({ from, author }) => [from, author])).toEqual([
      ['customer', 'Anna Nowak'],
      ['staff', 'Kasia'],
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/Dovecot|takenBy|tomek/i);
    expect((await mine(anna)).find((one) => one.id === id)?.unread).toBe(false);

    await answered(anna, 'writeInCase', { params: { caseId: id }, body: { text: 'Czekam.' } });
    expect(await staffRead(tomek, id)).toMatchObject({ state: 'taken', takenBy: { id: 'tomek' }, unread: true });
    expect((await staffRead(tomek, id)).messages.map(({ from }) => from)).toEqual(['customer', 'staff', 'note', 'customer']);
    await does(tomek, 'answerCase', id, { text: 'Już działa.', close: true });
    expect(await read(anna, id)).toMatchObject({ state: 'closed' });
    expect((await mine(anna, 'closed')).map((one) => one.id)).toContain(id);
    expect(await queue(kasia, 'closed')).toContain(id);

    await allSent();
    const letters = await env.DB.prepare(
      'SELECT recipient, subject, text, html FROM sent_message WHERE subject LIKE ? ORDER BY id',
    )
      .bind(`${number}:%`)
      .all<Record<'recipient' | 'subject' | 'text' | 'html', string>>();
    expect(letters.results.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['anna@alfa.test', `${number}: odpowiedź w sprawie „Poczta nie działa”`],
      ['anna@alfa.test', `${number}: odpowiedź w sprawie „Poczta nie działa”`],
    ]);
    expect(letters.results[0]?.text).toContain(`/panel/pomoc/sprawa/?id=${id}`);
    expect(letters.results[0]?.html).not.toContain('<b>');
    expect(JSON.stringify(letters.results)).not.toContain('Dovecot');

    const written = await auditOf(number);
    expect(written).toEqual([
      'member case.opened',
      'support case.taken',
      'support case.answered',
      'support case.handed-on',
      'member case.written',
      'operator case.answered',
    ]);
    const details = await env.DB.prepare("SELECT group_concat(details) AS d FROM audit WHERE action LIKE 'case.%'").first<string>(
      'd',
    );
    expect(details).not.toMatch(/Dovecot|poczta|działa|Czekam/i);
  });

  test('that was closed is open again for whoever had it, and for the queue when they are gone', async () => {
    const { id } = await opened(anna);
    await does(kasia, 'answerCase', id, { text: 'Gotowe.', close: true });
    await answered(anna, 'writeInCase', { params: { caseId: id }, body: { text: 'Jednak nie.' } });
    expect(await staffRead(kasia, id)).toMatchObject({ state: 'taken', takenBy: { id: 'kasia' } });
    await does(kasia, 'closeStaffCase', id);
    await env.DB.prepare("UPDATE user SET staff_role = NULL WHERE id = 'kasia'").run();
    await answered(anna, 'writeInCase', { params: { caseId: id }, body: { text: 'Halo?' } });
    await env.DB.prepare("UPDATE user SET staff_role = 'support' WHERE id = 'kasia'").run();
    expect(await staffRead(tomek, id)).toMatchObject({ state: 'new', takenBy: null });
    expect(await queue(tomek, 'new')).toContain(id);
    await close(anna, id);
    expect((await close(anna, id)).state).toBe('closed');
  });

  test('that somebody else has is left alone, and so is one that has changed since it was read', async () => {
    const { id } = await opened(anna);
    const { version } = await staffRead(kasia, id);
    const params = { caseId: id };
    await answered(anna, 'writeInCase', { params, body: { text: 'I jeszcze jedno.' } });
    const stale = await kasia.call('takeCase', { params, body: { version } });
    expect([stale.status, (await refusal(stale)).code]).toEqual([409, 'case-changed']);
    await does(kasia, 'takeCase', id);
    const now = (await staffRead(tomek, id)).version;
    const his = await tomek.call('answerCase', { params, body: { version: now, text: 'Ja też!', close: false } });
    expect((await refusal(his)).code).toBe('case-not-yours');
    const nobody = await kasia.call('handCaseOn', { params, body: { version: now, to: 'anna', note: '' } });
    expect((await refusal(nobody)).fields[0]?.field).toBe('to');
    await close(anna, id);
    const closed = await kasia.call('answerCase', { params, body: { version: now, text: 'Za późno', close: false } });
    expect((await refusal(closed)).code).toBe('case-closed');
  });

  test('takes what comes at the same time, all of it and in an order that stays', async () => {
    const { id } = await opened(anna);
    const params = { caseId: id };
    const texts = Array.from({ length: 6 }, (_, at) => `Wiadomość ${at}`);
    const { version } = await staffRead(kasia, id);
    const [taken] = await Promise.all([
      tomek.call('takeCase', { params, body: { version } }),
      ...texts.map((text) => answered(anna, 'writeInCase', { params, body: { text } })),
    ]);
    expect([200, 409]).toContain(taken.status);
    const { messages } = await read(anna, id);
    expect(messages.map(({ text }) => text).sort()).toEqual([...texts, NEW.text].sort());
    expect(new Set(messages.map(({ at }) => at)).size).toBe(7);
    await env.DB.prepare(
      `INSERT INTO help_message WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 93)
       SELECT 'full-' || i, ?, 0, 'customer', 'x', 'x' FROM n`,
    )
      .bind(id)
      .run();
    const more = await anna.call('writeInCase', { params, body: { text: 'Za dużo' } });
    expect((await refusal(more)).code).toBe('case-full');
    await close(anna, id);
  });

  test('asked for twice by one request is one, also when the worker died before its answer', async () => {
    const keys = { open: crypto.randomUUID(), write: crypto.randomUUID(), answer: crypto.randomUUID() };
    const forget = () => env.DB.prepare('DELETE FROM idempotency').run();
    const open = () => answered<CaseView>(anna, 'openCase', { body: NEW, key: keys.open });
    const { id } = await open();
    await forget();
    expect((await open()).id).toBe(id);
    const params = { caseId: id };
    const write = () => answered<CaseView>(anna, 'writeInCase', { params, body: { text: 'Jeszcze' }, key: keys.write });
    await write();
    const { version } = await staffRead(kasia, id);
    const answer = () =>
      answered<StaffCaseView>(kasia, 'answerCase', { params, body: { version, text: 'Tak', close: false }, key: keys.answer });
    await answer();
    await forget();
    await answer();
    await forget();
    expect((await write()).messages).toHaveLength(3);
    await close(anna, id);
  });

  test('carries where it came from, and no more of it', async () => {
    const context = { page: '/kreator/informatyk/co/', flow: 'informatyk', answers: [{ node: 'co', answer: 'pliki' }] };
    const { id } = await opened(anna, { context });
    expect((await staffRead(kasia, id)).context).toEqual(context);
    for (const page of ['/panel/?token=x', 'https://zly.example/', '/a#b'])
      expect((await anna.call('openCase', { body: { ...NEW, context: { ...context, page } } })).status).toBe(422);
    await close(anna, id);
  });
});

describe('an order of IT services', () => {
  const order = { subject: 'restore', replyEmail: ' Biuro@Alfa.test ' };
  test('is the managers’ to give, and is answered at its own address too', async () => {
    const denied = await ula.call('openCase', { body: { ...NEW, order } });
    expect((await refusal(denied)).code).toBe('role-too-low');
    const wrong = await anna.call('openCase', { body: { ...NEW, order: { ...order, replyEmail: 'biuro' } } });
    expect((await refusal(wrong)).fields).toMatchObject([{ field: 'order.replyEmail', code: 'email-invalid' }]);
    const { id, number, kind } = await opened(adam, { order, subject: 'Przywrócenie sklepu' });
    expect(kind).toBe('order');
    await does(kasia, 'answerCase', id, { text: 'To potrwa 2 godziny.', close: false });
    await allSent();
    const sent = await env.DB.prepare('SELECT recipient FROM sent_message WHERE subject LIKE ? ORDER BY recipient')
      .bind(`${number}:%`)
      .all();
    expect(sent.results.map(({ recipient }) => recipient)).toEqual(['adam@alfa.test', 'biuro@alfa.test']);
    await close(anna, id);
  });
  test('is answered to the owners once whoever gave it is gone', async () => {
    const { id, number } = await opened(adam, { order: { ...order, replyEmail: 'Adam@alfa.test' } });
    await env.DB.prepare("UPDATE membership SET suspended_at = 1 WHERE user_id = 'adam'").run();
    await does(kasia, 'answerCase', id, { text: 'Gotowe.', close: true });
    await allSent();
    await env.DB.prepare("UPDATE membership SET suspended_at = NULL WHERE user_id = 'adam'").run();
    const sent = await env.DB.prepare('SELECT recipient FROM sent_message WHERE subject LIKE ?').bind(`${number}:%`).all();
    expect(sent.results).toEqual([{ recipient: 'anna@alfa.test' }]);
  });
});

describe('whoever has role user', () => {
  test('reads and writes what they opened, which managers read too', async () => {
    const hers = await opened(ula);
    const owners = await opened(anna);
    expect((await mine(ula)).map(({ id }) => id)).toEqual([hers.id]);
    expect((await mine(adam)).map(({ id }) => id)).toEqual(expect.arrayContaining([hers.id, owners.id]));
    expect((await read(adam, hers.id)).id).toBe(hers.id);
    for (const name of ['readCase', 'closeCase'] as const)
      expect((await ula.call(name, { params: { caseId: owners.id } })).status).toBe(404);
    expect((await ula.call('writeInCase', { params: { caseId: owners.id }, body: { text: 'x' } })).status).toBe(404);
    expect((await ula.call('openCase', { body: { ...NEW, serviceId: 's1' } })).status).toBe(404);
    await close(ula, hers.id);
    await close(anna, owners.id);
  });
});

describe('files', () => {
  const file = (bytes: Buffer, type = 'text/plain', name = 'błąd "1".txt') => ({ name, type, base64: bytes.toString('base64') });
  const big = Buffer.alloc(2_000_000, 'Zażółć\n');

  test('come back as they were, to be saved and never shown', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), crypto.getRandomValues(Buffer.alloc(1000))]);
    const attachments = [file(big), file(png, 'image/png', '../../ekran.png')];
    const { id, messages } = await opened(anna, { attachments });
    const [text, image] = messages[0]?.attachments ?? [];
    expect([text?.size, image?.name]).toEqual([2_000_000, '__.._ekran.png']);
    const params = { caseId: id, attachmentId: text?.id ?? '' };
    for (const [client, name] of [
      [anna, 'readAttachment'],
      [kasia, 'readStaffAttachment'],
    ] as const) {
      const response = await client.call(name, { params });
      expect(Buffer.from(await response.arrayBuffer()).equals(big)).toBe(true);
      expect(response.headers.get('Content-Type')).toBe('application/octet-stream');
      expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; /);
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('Content-Security-Policy')).toMatch(/sandbox/);
      expect(response.headers.get('Cache-Control')).toBe('no-store');
    }
    const saved = await anna.call('readAttachment', { params: { caseId: id, attachmentId: image?.id ?? '' } });
    expect(Buffer.from(await saved.arrayBuffer()).equals(png)).toBe(true);
    const other = await opened(anna);
    for (const [client, name, caseId] of [
      [anna, 'readAttachment', other.id],
      [ula, 'readAttachment', id],
      [bogdan, 'readAttachment', id],
      [kasia, 'readStaffAttachment', other.id],
    ] as const)
      expect((await client.call(name, { params: { caseId, attachmentId: text?.id ?? '' } })).status).toBe(404);
    await close(anna, id);
    await close(anna, other.id);
  });

  test.each([
    [[file(big), file(big), file(big)], null],
    [[file(Buffer.alloc(2_000_001, 'a'))], 'attachment-too-large'],
    [[file(Buffer.from('<html>'), 'image/png')], 'attachment-invalid'],
    [[file(Buffer.from('<html>'), 'text/html')], 'attachment-invalid'],
    [Array.from({ length: 4 }, () => file(Buffer.from('a'))), 'attachments-too-many'],
  ])('are judged before anything is written (%#)', async (attachments, code) => {
    const response = await anna.call('openCase', { body: { ...NEW, attachments } });
    if (code !== null) {
      expect((await refusal(response)).fields.map((field) => field.code)).toContain(code);
      return;
    }
    const { id, messages } = await response.json<CaseView>();
    expect(messages[0]?.attachments).toHaveLength(3);
    await close(anna, id);
  });
});

test('a case holds thirty files, and messages without any are still taken', async () => {
  const files = (many: number) =>
    Array.from({ length: many }, () => ({ name: 'a.txt', type: 'text/plain', base64: Buffer.from('a').toString('base64') }));
  const { id } = await opened(anna, { attachments: files(3) });
  const write = (many: number) =>
    anna.call('writeInCase', { params: { caseId: id }, body: { text: 'Dalej.', attachments: files(many) } });
  for (let turn = 0; turn < 8; turn += 1) expect((await write(3)).status).toBe(200);
  expect((await write(2)).status).toBe(200);
  expect((await refusal(await write(2))).code).toBe('case-files-full');
  expect((await write(1)).status).toBe(200);
  expect((await refusal(await write(1))).code).toBe('case-files-full');
  const told = (await (await write(0)).json<CaseView>()).messages;
  expect(told.flatMap(({ attachments }) => attachments)).toHaveLength(30);
  await close(anna, id);
});

test('an account may have twenty open, and numbers never meet', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => opened(bogdan)));
  expect(new Set(all.map(({ number }) => number)).size).toBe(20);
  const more = await bogdan.call('openCase', { body: NEW });
  expect((await refusal(more)).code).toBe('cases-too-many');
  await close(bogdan, all[0]?.id ?? '');
  const raced = await Promise.all(Array.from({ length: 3 }, () => bogdan.call('openCase', { body: NEW })));
  expect(raced.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const pages: string[] = [];
  for (let after = ''; ; ) {
    const query = { limit: '7', ...(after ? { after } : {}) };
    const { cases, next } = await answered<{ cases: CaseSummary[]; next: string | null }>(bogdan, 'listCases', { query });
    pages.push(...cases.map(({ id }) => id));
    if (next === null) break;
    after = next;
  }
  expect([pages.length, new Set(pages).size]).toEqual([20, 20]);
});

test('staff see of a customer what is in the case, and nothing else', async () => {
  const { id } = await opened(anna, { serviceId: 's1' });
  const seen = await staffRead(kasia, id);
  expect(seen.customer).toEqual({ name: 'Alfa', clientNumber: '1001' });
  expect(seen.service).toEqual({ id: 's1', name: 'Sklep' });
  expect(JSON.stringify(seen)).not.toMatch(/@|accountId|a1"/);
  for (const name of ['listServices', 'listCases', 'listGrants', 'listAudit', 'readCase'] as const)
    expect((await kasia.call(name, { params: { caseId: id } })).status).toBe(403);
  const { colleagues } = await answered<{ colleagues: object[] }>(kasia, 'listColleagues', {});
  expect(colleagues).toEqual([
    { id: 'kasia', name: 'Kasia' },
    { id: 'tomek', name: 'Tomek' },
  ]);
  await close(anna, id);
});

test('a new subscriber reads nothing of the former one’s', async () => {
  const { id } = await opened(anna);
  await env.DB.prepare('UPDATE account SET owner_since = ? WHERE id = ?')
    .bind(Date.now() + 1, 'a1')
    .run();
  expect((await anna.call('readCase', { params: { caseId: id } })).status).toBe(404);
  expect([...(await mine(anna)), ...(await mine(anna, 'closed'))]).toEqual([]);
  await env.DB.prepare('UPDATE account SET owner_since = NULL WHERE id = ?').bind('a1').run();
  await close(anna, id);
});
