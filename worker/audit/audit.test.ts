import { env } from 'cloudflare:test';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry, Problem } from '../../contract/index.ts';
import { aHost, anAccount } from '../../tests/support/build/index.ts';
import { planted, signedIn } from '../../tests/support/in-worker.ts';
import { audit, database, grants } from '../db/index.ts';
import { exportCsv } from './export.ts';
import { type Actor, auditRow, lostRace } from './index.ts';

const ANNA: Actor = { kind: 'member', id: 'anna', name: 'Anna Nowak', from: '198.51.100.7' };
const db = () => database(env.DB);

interface Page {
  entries: AuditEntry[];
  next: string | null;
}

const record = (accountId: string, action: string, grantId: string | null = null, details = {}, hits = sql`1`) =>
  auditRow(db(), ANNA, { accountId, grantId, at: Date.UTC(2026, 6, 3, 12, 5), action, details, hits });

const grant = (id: string, accountId: string, serviceId: string, hostId: string) => ({
  id,
  accountId,
  serviceId,
  hostId,
  kind: 'ftp' as const,
  spec: '{}',
  state: 'requested' as const,
  granteeName: 'Jan',
  granteeEmail: '',
  personKey: 'jan',
  principal: `p-${id}`,
  ownerEpoch: 1,
  createdBy: 'anna',
  createdByName: 'Anna',
  createdAt: 0,
  op: 'op',
});

beforeAll(async () => {
  const host = aHost({ id: 'h1' });
  await planted(
    host,
    await anAccount({ id: 'a1', name: 'Alfa' })
      .withOwner({ id: 'anna', email: 'anna@alfa.test' })
      .with('user', { email: 'user@alfa.test' })
      .withHosting({ id: 's1', hostId: 'h1' })
      .rows(),
    await anAccount({ id: 'a2', name: 'Beta' })
      .withOwner({ email: 'bartek@beta.test' })
      .withHosting({ id: 's2', hostId: 'h1' })
      .rows(),
    { grants: [grant('g1', 'a1', 's1', 'h1'), grant('g2', 'a2', 's2', 'h1')] },
  );
  await db().batch([
    record('a1', 'account.created'),
    record('a1', 'grant.requested', 'g1', { grantee: 'Jan Kowal', what: 'katalog /www, tylko czytanie', notAfter: null }),
    record('a2', 'grant.requested', 'g2', { grantee: '=cmd|calc' }),
    record('a1', 'grant.ended', 'g1', { reason: 'expired' }),
  ]);
});

describe('what happened in an account', () => {
  test('is read newest first, in Polish, with who and from where', async () => {
    const { entries, next } = await (await (await signedIn('anna@alfa.test')).call('listAudit')).json<Page>();
    expect(entries.map((entry) => entry.action)).toEqual(['grant.ended', 'grant.requested', 'account.created']);
    expect(entries[1]).toMatchObject({ actor: { kind: 'member', name: 'Anna Nowak' }, from: '198.51.100.7', grantId: 'g1' });
    expect(entries[1]?.sentence).toContain('Osoba: Jan Kowal.');
    expect(next).toBeNull();
  });
  test('comes in pages that neither repeat nor skip', async () => {
    const client = await signedIn('anna@alfa.test');
    const seen: string[] = [];
    let after: string | null = '';
    do {
      const page: Page = await (
        await client.call('listAudit', { query: { limit: '1', ...(after ? { after } : {}) } })
      ).json<Page>();
      seen.push(...page.entries.map((entry) => entry.action));
      after = page.next;
    } while (after);
    expect(seen).toEqual(['grant.ended', 'grant.requested', 'account.created']);
  });
  test('is not read by a cursor that is none', async () => {
    const response = await (await signedIn('anna@alfa.test')).call('listAudit', { query: { after: '1 OR 1' } });
    expect((await response.json<Problem>()).error.fields[0]?.field).toBe('after');
  });
  test('is not for panel users who only have seats', async () => {
    const client = await signedIn('user@alfa.test');
    for (const name of ['listAudit', 'exportAudit'] as const) expect((await client.call(name)).status).toBe(403);
  });
});

describe('the history of one grant', () => {
  test("holds that grant's rows only", async () => {
    const { entries } = await (
      await (await signedIn('anna@alfa.test')).call('readGrantHistory', { params: { grantId: 'g1' } })
    ).json<Page>();
    expect(entries.map((entry) => entry.action)).toEqual(['grant.ended', 'grant.requested']);
  });
  test.each(['g2', 'nothing'])("of %s is not found: another account's looks like none", async (grantId) => {
    expect((await (await signedIn('anna@alfa.test')).call('readGrantHistory', { params: { grantId } })).status).toBe(404);
  });
});

describe('the CSV file', () => {
  test('has a byte order mark, a header and a line for each row, and no formula', async () => {
    const response = await (await signedIn('bartek@beta.test')).call('exportAudit');
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).toBe('"Kiedy","Kto","Rola","Co się stało","Dostęp","Skąd"');
    expect(lines[1]).toMatch(/^"2026-07-03 14:05:00","Anna Nowak","użytkownik Panelu","Nowy dostęp .*","g2","198\.51\.100\.7"$/);
    expect(lines.slice(2)).toEqual(['']);
  });
  test('is read from the tables chunk by chunk, whole, whatever the chunk', async () => {
    const whole = await new Response(exportCsv(db(), 'a1')).text();
    for (const rows of [1, 2, 3, 4]) expect(await new Response(exportCsv(db(), 'a1', rows)).text()).toBe(whole);
    expect(whole.trimEnd().split('\r\n')).toHaveLength(4);
  });
});

describe('a batch that changed nothing', () => {
  test('is undone by its audit row, and known as a lost race', async () => {
    const before = await db().$count(audit);
    const failed = await db()
      .batch([
        record('a1', 'grant.changed', 'g1'),
        record('a1', 'grant.changed', 'g1', {}, sql`(SELECT count(*) FROM ${grants} WHERE op = 'another')`),
      ])
      .catch((error: unknown) => error);
    expect(lostRace(failed)).toBe(true);
    expect(lostRace(new Error('something else'))).toBe(false);
    expect(await db().$count(audit)).toBe(before);
  });
});
