import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { ftpDesired } from '../../../contract/index.ts';
import type { Hosting } from '../../support/hosting/index.ts';
import { waitFor } from '../../support/stage/index.ts';
import type { World } from './world.ts';

/** The tables that ProFTPD reads, as another program sees them. */
export function withAccessDb<T>(hosting: Hosting, use: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(hosting.paths.accessDb);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    return use(db);
  } finally {
    db.close();
  }
}

/** Puts accounts on the host that the product did not make. */
export function plantStrangers(hosting: Hosting): void {
  withAccessDb(hosting, (db) => {
    db.exec("INSERT INTO users VALUES ('obcy', '$6$x', 5101, 5101, '/srv/obcy', '/bin/sh', 1999999999, NULL)");
    db.exec("INSERT INTO users VALUES ('Obcy-2', '!', 0, 0, '/', '/bin/false', NULL, NULL)");
    db.exec("INSERT INTO keys VALUES ('obcy', 'klucz obcego'), ('nikt', 'klucz niczyj')");
    db.exec("INSERT INTO grps VALUES ('klucznik-write', 2000059000, 'obcy'), ('inni', 7000, 'Obcy-2')");
  });
}

/** Every row, down to its rowid, that is not ours. */
export const strangers = (hosting: Hosting): string =>
  withAccessDb(hosting, (db) => {
    const not = (column: string) => `${column} NOT IN (SELECT name FROM users WHERE gen IS NOT NULL)`;
    const all = (sql: string) => db.prepare(sql).all();
    return JSON.stringify([
      all('SELECT rowid, * FROM users WHERE gen IS NULL ORDER BY rowid'),
      all(`SELECT rowid, * FROM keys WHERE ${not('name')} ORDER BY rowid`),
      all(`SELECT rowid, * FROM grps WHERE ${not('member')} ORDER BY rowid`),
    ]);
  });

type Account = { principal: string; gen: number; home: string; writes: boolean; expires: number | null };

/** Our accounts as they stand on the host. */
export const accountsOnHost = (hosting: Hosting): Account[] =>
  withAccessDb(hosting, (db) =>
    db
      .prepare(
        `SELECT name AS principal, gen, home, expires, EXISTS (SELECT 1 FROM grps WHERE member = name AND grp = 'klucznik-write') AS writes
         FROM users WHERE gen IS NOT NULL ORDER BY name`,
      )
      .all()
      .map((row) => ({ ...row, writes: row.writes === 1 }) as Account),
  );

/** The accounts that D1 wants on the host. */
export async function accountsInD1({ edge, hosting }: World): Promise<Account[]> {
  const { results } = await edge.db
    .prepare('SELECT principal, gen, state FROM desired WHERE state IS NOT NULL ORDER BY principal')
    .all<{ principal: string; gen: number; state: string }>();
  return results.map(({ principal, gen, state }) => {
    const { tree, directory, access, notAfter } = ftpDesired.parse(JSON.parse(state));
    const home = `${hosting.paths.customersRoot}/${tree}${directory === '/' ? '' : directory}`;
    return { principal, gen, home, expires: notAfter, writes: access === 'write' };
  });
}

/** Every resource's gens in D1, and the one the host stands at. */
async function gensOf({ edge, hosting }: World): Promise<Map<string, number>> {
  const { results } = await edge.db
    .prepare('SELECT principal, gen, acked_gen FROM desired')
    .all<{ principal: string; gen: number; acked_gen: number }>();
  return new Map([
    ...results.flatMap(({ principal, gen, acked_gen }): [string, number][] => [
      [`${principal} wanted`, gen],
      [`${principal} confirmed`, acked_gen],
    ]),
    ...accountsOnHost(hosting).map(({ principal, gen }): [string, number] => [`${principal} on the host`, gen]),
  ]);
}

/** Looks at every gen each time it is called, and fails when one fell. */
export function gensOnlyRise(world: World): () => Promise<void> {
  let before = new Map<string, number>();
  return async () => {
    const now = await gensOf(world);
    for (const [what, gen] of now) expect(gen, `gen ${what}`).toBeGreaterThanOrEqual(before.get(what) ?? 0);
    before = new Map([...before, ...now]);
  };
}

/** Looks at the host's gens all the time; what it gives back stops that and tells of every gen that fell. */
export function watchGensOnHost(hosting: Hosting): () => string[] {
  const highest = new Map<string, number>();
  const falls: string[] = [];
  const look = () => {
    for (const { principal, gen } of accountsOnHost(hosting)) {
      const before = highest.get(principal) ?? 0;
      if (gen < before) falls.push(`${principal}: ${before} → ${gen}`);
      highest.set(principal, Math.max(before, gen));
    }
  };
  const timer = setInterval(look, 15);
  return () => {
    clearInterval(timer);
    return falls;
  };
}

/** Waits until the host has confirmed everything that D1 wants of it and no grant is under way. */
export const settled = ({ edge }: Pick<World, 'edge'>, ms = 20_000) =>
  waitFor(
    'everything to be settled',
    async () => {
      const row = await edge.db
        .prepare(
          "SELECT (SELECT count(*) FROM desired WHERE acked_gen < gen) + (SELECT count(*) FROM grants WHERE state IN ('pending', 'revoking')) AS open",
        )
        .first<{ open: number }>();
      return row?.open === 0;
    },
    { ms },
  );

/** The host holds exactly the accounts that D1 says, each as D1 says. */
export const expectHostAsInD1 = async (world: World): Promise<void> =>
  expect(accountsOnHost(world.hosting)).toEqual(await accountsInD1(world));
