import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GrantView } from '../../contract/index.ts';
import { aHost, anAccount } from '../../tests/support/build/index.ts';
import { planted, signedIn } from '../../tests/support/in-worker.ts';
import { database } from '../db/index.ts';
import { type GrantPage, listGrants } from './list.ts';

const OWNER = 'anna@alfa.test';
const ADDRESSES = ['/sklep/zdjęcia', '/blog', '/'] as const;
const PEOPLE = ['Łucja Żółć', 'Jan Kowal', 'Janina Lis', 'Ewa Janik-Nowak'] as const;
const emailOf = (at: number) => `osoba${at}@${at % 2 ? 'agencja' : 'studio'}.test`;

async function give(owner: Awaited<ReturnType<typeof signedIn>>, at: number): Promise<GrantView> {
  const body = {
    serviceId: at % 3 === 0 ? 's2' : 's1',
    spec: { kind: 'ftp', directory: ADDRESSES[at % ADDRESSES.length], access: 'read' },
    grantee: { name: PEOPLE[at % PEOPLE.length], email: emailOf(at) },
    notAfter: null,
  };
  return (await owner.call('createGrant', { body })).json<GrantView>();
}

const given: GrantView[] = [];
beforeAll(async () => {
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1' })
      .withOwner({ email: OWNER })
      .withHosting({ id: 's1', hostId: 'h1', name: 'Hosting sklepu' })
      .withHosting({ id: 's2', hostId: 'h1', name: 'Hosting firmowy' })
      .rows(),
  );
  const owner = await signedIn(OWNER);
  for (let at = 0; at < 12; at += 1) given.push(await give(owner, at));
  const last = given[11]?.id ?? '';
  await owner.call('revokeGrant', { params: { grantId: last } });
});

const page = (over: Partial<GrantPage>): GrantPage => ({ order: 'person', show: 'live', limit: 3, ...over });

/** Everything that pages of three give, in turn; no page may repeat what one before it gave. */
async function walk(over: Partial<GrantPage>): Promise<string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await listGrants(database(env.DB), 'a1', page({ ...over, after }));
    seen.push(...rows.map(({ grant }) => grant.id));
    after = next ?? undefined;
  } while (after !== undefined);
  expect(new Set(seen).size).toBe(seen.length);
  return seen.sort();
}
const those = (test: (grant: GrantView, at: number) => boolean) => () =>
  given
    .filter((grant, at) => at !== 11 && test(grant, at))
    .map(({ id }) => id)
    .sort();
const named = (...names: string[]) => those(({ grantee }) => names.includes(grantee.name));

describe('a search', () => {
  test.each([
    ['zolc', named('Łucja Żółć')],
    ['ŁUC', named('Łucja Żółć')],
    ['jan', named('Jan Kowal', 'Janina Lis', 'Ewa Janik-Nowak')],
    ['now ew', named('Ewa Janik-Nowak')],
    ['janik-nowak', named('Ewa Janik-Nowak')],
    ['jan hosting', named('Jan Kowal', 'Janina Lis', 'Ewa Janik-Nowak')],
    ['agencja', those((_, at) => at % 2 === 1)],
    ['agencja.test jan', those(({ grantee }, at) => at % 2 === 1 && grantee.name !== 'Łucja Żółć')],
    ['osoba3@ag', those((_, at) => at === 3)],
    ['firm', those((_, at) => at % 3 === 0)],
    ['zdjecia', those((_, at) => at % 3 === 0)],
    ['/sklep', those((_, at) => at % 3 === 0)],
    ['anowak', () => []],
    ["%' OR 1", () => []],
  ])('for %j finds what it begins a word of, once', async (search, ids) => {
    expect(await walk({ search })).toEqual(ids());
  });
  test('of what is over finds only that', async () => {
    expect(await walk({ search: 'hosting', show: 'ended' })).toEqual([given[11]?.id]);
  });
  test('finds what a change made of it, and no more what it was', async () => {
    const grant = given[1];
    if (!grant) throw new Error('nothing given');
    const owner = await signedIn(OWNER);
    const spec = { kind: 'ftp', directory: '/nowy-katalog', access: 'read' };
    const changed = await owner.call('changeGrant', { params: { grantId: grant.id }, body: { version: 1, spec } });
    expect(await changed.json()).toMatchObject({ version: 2 });
    expect(await walk({ search: 'nowy-kat' })).toEqual([grant.id]);
    expect(await walk({ search: '/blog' })).not.toContain(grant.id);
  });
});

describe('a filter', () => {
  test.each<[Partial<GrantPage>, () => string[]]>([
    [{ kind: 'ftp' }, those(() => true)],
    [{ kind: 'database' }, () => []],
    [{ serviceId: 's2' }, those((_, at) => at % 3 === 0)],
    [{ serviceId: 'elsewhere' }, () => []],
    [{ state: 'requested' }, those(() => true)],
    [{ state: 'active' }, () => []],
    [{ state: 'requested', serviceId: 's2', kind: 'ftp' }, those((_, at) => at % 3 === 0)],
    [{ search: 'jan', serviceId: 's2' }, those(({ grantee }, at) => at % 3 === 0 && grantee.name !== 'Łucja Żółć')],
  ])('%j leaves just those', async (filter, ids) => {
    expect(await walk(filter)).toEqual(ids());
  });
});

describe('a search through more than one look', () => {
  beforeAll(async () => {
    // 450 others, of whom only every hundredth is on the second service.
    await env.DB.batch([
      env.DB.prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 450)
         INSERT INTO grants (id, account_id, service_id, kind, spec, target, state, grantee_name, grantee_email, person_key, host_id, principal, owner_epoch,
           created_by, created_by_name, created_at, op)
         SELECT 'm' || i, 'a1', iif(i % 100, 's1', 's2'), kind, spec, target, 'requested', 'Wielu', '', 'wielu', host_id, 'm' || i, 1, created_by, created_by_name, 1, 'op'
         FROM n JOIN grants ON grants.id = ?`,
      ).bind(given[0]?.id),
      env.DB.prepare("INSERT INTO grant_term SELECT 'a1', 1, 'wielu', id FROM grants WHERE person_key = 'wielu'"),
    ]);
  });
  test('gives short pages, and everything in the end', async () => {
    expect(await walk({ search: 'wielu', serviceId: 's2' })).toEqual(['m100', 'm200', 'm300', 'm400']);
    expect(await walk({ search: 'wielu' })).toHaveLength(450);
  });
  test('reads no more for one page, however many there are', async () => {
    const { rows, next } = await listGrants(database(env.DB), 'a1', page({ search: 'wielu', serviceId: 's2' }));
    expect(rows.length).toBeLessThan(4);
    expect(next).not.toBeNull();
  });
});
