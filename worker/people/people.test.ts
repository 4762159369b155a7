import { createScheduledController, env } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { GrantView, Overview, ReviewView } from '../../contract/index.ts';
import type { ApiClient } from '../../tests/support/api-client.ts';
import { signedIn } from '../../tests/support/in-worker.ts';
import { plant, plantAccount, plantTwenty } from '../../tests/support/offboarding-world.ts';
import { database } from '../db/index.ts';
import worker from '../index.ts';
import { exportGrants } from './csv.ts';

const DAY = 86_400_000;
const JAN = 'p-jan@it.test';
let owner: ApiClient;
beforeAll(async () => {
  await plantAccount();
  await plantTwenty();
  await plant('ola', 'ftp', 'active', 'ola@it.test');
  owner = await signedIn('anna@alfa.test');
});

const set = (sql: string, ...args: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...args)
    .run();
const idsOf = (grants: readonly GrantView[]) => grants.map(({ id }) => id).sort();
const overview = async () => (await owner.call('readOverview')).json<Overview>();
const review = async (response: Promise<Response>) => (await response).json<ReviewView>();

describe('one person’s page', () => {
  test('shows all they hold, gravest first, and what ended last', async () => {
    await set("UPDATE grants SET state = 'ended', ended_at = 5 WHERE id = 'ftp-active-0'");
    const page = await (await owner.call('readPerson', { params: { personId: JAN } })).json<{
      grants: GrantView[];
      ended: GrantView[];
    }>();
    expect(page.grants[0]?.spec.kind).toBe('panel-user');
    expect(page.grants.at(-1)?.spec.kind).toBe('seat');
    expect(page.grants).toHaveLength(19);
    expect(idsOf(page.ended)).toEqual(['ftp-active-0']);
    expect(page).toMatchObject({
      person: { id: JAN, name: 'jan', email: 'jan@it.test' },
      truncated: false,
      signIn: null,
      offboardingId: null,
    });
    expect(page.grants.every(({ personId, service }) => personId === JAN && service.name !== '')).toBe(true);
  });
});

describe('the overview', () => {
  test('shows what fails, moves, ends soon and was not accepted, and servers that are away', async () => {
    await set("UPDATE grants SET problem = 'disk-full' WHERE id = 'ftp-pending-13'");
    await set('UPDATE grants SET not_after = ? WHERE id = ?', Date.now() + 3 * DAY, 'ola');
    await set('UPDATE grants SET not_after = ? WHERE id = ?', Date.now() + 30 * DAY, 'ftp-active-1');
    await set("UPDATE host SET online = 1, last_seen_at = ? WHERE id = 'h1'", Date.now());
    const seen = await overview();
    expect(idsOf(seen.failing)).toEqual(['ftp-pending-13']);
    expect(idsOf(seen.moving)).toEqual(['database-pending-14', 'ftp-revoking-19']);
    expect(idsOf(seen.ending)).toEqual(['ola']);
    expect(idsOf(seen.invited)).toEqual(['ftp-requested-15', 'mailbox-requested-16']);
    expect(seen.hostsAway).toEqual([{ name: 'serwer-2', lastSeenAt: null }]);
    expect(seen).toMatchObject({ ownerSince: null, reviewDue: true });
  });
  test('tells what an earlier owner gave', async () => {
    await set("UPDATE account SET owner_since = 2 WHERE id = 'a1'");
    expect((await overview()).ownerSince).toBe(2);
    const { fromEarlierOwner } = await (await owner.call('readGrant', { params: { grantId: 'ola' } })).json<GrantView>();
    expect(fromEarlierOwner).toBe(true);
    await set("UPDATE account SET owner_since = NULL WHERE id = 'a1'");
  });
});

describe('the CSV', () => {
  test('has a line for everybody with access, over all its pages, and no formula', async () => {
    await set("UPDATE grants SET grantee_name = '=cmd' WHERE id = 'ola'");
    const bytes = await new Response(exportGrants(database(env.DB), 'a1', Date.now(), 4)).arrayBuffer();
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff"Osoba","E-mail"/);
    expect(new Set(lines).size).toBe(21);
    expect(lines.find((line) => line.includes('ola@it.test'))).toMatch(/^"'=cmd","ola@it.test","Sklep","[^"]+","działa"/);
    const response = await owner.call('exportGrants');
    expect(response.headers.get('Content-Type')).toContain('text/csv');
    expect((await response.text()).length).toBeGreaterThan(1000);
  });
});

describe('one end for several', () => {
  const notAfter = Date.now() + 60 * DAY;
  const send = (grants: object[], end: number | null = notAfter, key: string = crypto.randomUUID()) =>
    owner.call('extendGrants', { body: { grants, notAfter: end }, key });
  test('is judged for each on its own, in the order asked', async () => {
    await plant('of-anna', 'panel-user', 'active', 'anna@alfa.test').catch(() => undefined);
    const asked = [
      { id: 'ftp-active-2', version: 1 },
      { id: 'nobody', version: 1 },
      { id: 'ftp-active-0', version: 1 },
      { id: 'database-active-5', version: 7 },
      { id: 'ftp-requested-15', version: 1 },
    ];
    const key = crypto.randomUUID();
    const first = await (await send(asked, notAfter, key)).json<{
      results: { id: string; grant: GrantView | null; refused: string | null }[];
    }>();
    expect(first.results.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
    expect(first.results.map(({ refused }) => refused)).toEqual([null, 'not-found', 'grant-ended', 'grant-changed', null]);
    expect(first.results.map(({ grant }) => grant?.notAfter)).toEqual([notAfter, undefined, undefined, undefined, notAfter]);
    await set('DELETE FROM idempotency');
    const again = await (await send(asked, notAfter, key)).json<typeof first>();
    expect(again.results.map(({ refused }) => refused)).toEqual(first.results.map(({ refused }) => refused));
    expect(again.results[0]?.grant?.version).toBe(2);
  });
  test.each([
    ['in the past', 1, 'end-date-past'],
    ['in three years', Date.now() + 1000 * DAY, 'end-date-too-far'],
  ])('that is %s is refused for all', async (_, end, code) => {
    const response = await send([{ id: 'ftp-active-3', version: 1 }], end);
    expect([response.status, JSON.stringify(await response.json())]).toEqual([422, expect.stringContaining(code)]);
  });
});

describe('a look-through', () => {
  const keep = (grantId: string, version: number) => review(owner.call('keepGrant', { params: { grantId }, body: { version } }));
  test('asks about each, oldest decision first, and is over with the last answer, whichever it is', async () => {
    const begun = await review(owner.call('startReview'));
    expect(begun).toMatchObject({ startedAt: expect.any(Number), lastFinishedAt: null, done: 0, left: 19 });
    expect(await review(owner.call('startReview'))).toMatchObject({ startedAt: begun.startedAt, left: 19 });
    await plant('given-later', 'ftp', 'active', 'ewa@it.test');
    await set('UPDATE grants SET created_at = ? WHERE id = ?', Date.now() + 1000, 'given-later');
    const refused = await owner.call('keepGrant', { params: { grantId: 'ola' }, body: { version: 9 } });
    expect(refused.status).toBe(409);
    let now: ReviewView = begun;
    for (let at = 0; now.startedAt !== null; at += 1) {
      const [next] = now.next;
      if (!next) throw new Error(`nothing next, ${now.left} left`);
      if (at % 3 === 2) {
        expect((await owner.call('revokeGrant', { params: { grantId: next.id } })).status).toBe(200);
        now = await review(owner.call('readReview'));
      } else now = await keep(next.id, next.version);
      expect(now.done).toBe(at + 1);
      expect(now.left).toBe(18 - at);
    }
    expect(now).toMatchObject({ startedAt: null, lastFinishedAt: expect.any(Number), left: 0, next: [] });
    expect((await overview()).reviewDue).toBe(false);
    expect((await (await owner.call('readGrant', { params: { grantId: 'ola' } })).json<GrantView>()).keptAt).not.toBeUndefined();
  });
  test('of nothing is over at once', async () => {
    const jan = await signedIn('jan@it.test');
    await jan.call('chooseAccount', { body: { accountId: 'b1' } });
    expect(await review(jan.call('startReview'))).toMatchObject({ startedAt: null, lastFinishedAt: expect.any(Number) });
  });
  test('is asked for by letter once a year at most', async () => {
    const hourly = async (at: number) => worker.scheduled(createScheduledController({ scheduledTime: at }), env);
    const letters = () => env.DB.prepare("SELECT count(*) AS n FROM outbox WHERE template = 'review-due'").first('n');
    const fullHour = Math.ceil(Date.now() / 3_600_000) * 3_600_000;
    await hourly(fullHour);
    expect(await letters()).toBe(0);
    for (const [days, sent] of [
      [364, 0],
      [366, 1],
      [367, 1],
      [700, 1],
      [735, 2],
    ] as const) {
      await hourly(fullHour + days * DAY);
      expect([days, await letters()]).toEqual([days, sent]);
    }
    await vi.waitFor(async () => {
      const text = await env.DB.prepare("SELECT text FROM sent_message WHERE subject LIKE 'Sprawdź, kto%' LIMIT 1").first<string>(
        'text',
      );
      expect(text).toContain('/panel/przeglad/');
    });
  });
});
