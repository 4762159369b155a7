import { DEMO_IDS } from '../demo/data.ts';
import type { EdgeDatabase } from '../tests/support/stage/index.ts';

/** Rows of one statement; more would hold D1 for seconds. */
const CHUNK = 10_000;
const PERSONS = 997;

const id = (letter: string) => `printf('${letter}%07d', i)`;
/** Of ten grants four have ended, one is requested and five are in force. */
const ended = 'i % 10 < 4';
const claimed = 'i % 10 <> 4';
/** What the bench makes and deletes again at every size; very many grants on it have ended before. */
export const MEASURED = { database: 'zielnik_pomiar', address: 'pomiar@zielnik.example' } as const;
/** Of the ended ones a quarter each were on that database and that mailbox; all others are on a directory. */
const byKind = (database: string, mailbox: string, directory: string) =>
  `CASE i % 10 WHEN 0 THEN '${database}' WHEN 1 THEN '${mailbox}' ELSE '${directory}' END`;
const DIRECTORY = '/public_html/sklep';
const KIND = byKind('database', 'mailbox', 'ftp');
const TARGET = byKind(MEASURED.database, MEASURED.address, DIRECTORY);
const SPEC = byKind(
  JSON.stringify({ kind: 'database', database: MEASURED.database, access: 'read' }),
  JSON.stringify({ kind: 'mailbox', address: MEASURED.address, access: 'read' }),
  JSON.stringify({ kind: 'ftp', directory: DIRECTORY, access: 'read' }),
);
const STATE = `'{"tree":"zielnik","directory":"/public_html/sklep","access":"read","notAfter":4000000000,"password":{"hash":null,"print":"${'ab'.repeat(32)}"},"keys":[]}'`;
const NOW = 1_790_000_000_000;

/** Every table that grows with grants, each row made in D1 itself from its number `i`. */
const TABLES: readonly { into: string; values: string; where?: string }[] = [
  {
    into: 'grants (id, account_id, service_id, kind, spec, target, state, end_reason, grantee_name, grantee_email, person_key, not_after, host_id, principal, version, gen, owner_epoch, created_by, created_by_name, created_at, claimed_at, active_at, cut_at, ended_at, op)',
    values: `${id('g')}, '${DEMO_IDS.accountA}', iif(i % 3, '${DEMO_IDS.serviceA}', '${DEMO_IDS.serviceA2}'), ${KIND}, ${SPEC}, ${TARGET},
      iif(${ended}, 'ended', iif(${claimed}, 'active', 'requested')), iif(${ended}, 'revoked', NULL),
      'Osoba ' || (i % ${PERSONS}), 'osoba' || (i % ${PERSONS}) || '@it.example', 'osoba' || (i % ${PERSONS}) || '@it.example',
      iif(${ended}, ${NOW}, 4000000000000 + i), '${DEMO_IDS.host}', ${id('p-')}, 1, iif(${claimed}, 1, 0), 1, 'demo-ownerA', 'Anna Kowalska', ${NOW},
      iif(${claimed}, ${NOW}, NULL), iif(${claimed}, ${NOW}, NULL), iif(${ended}, ${NOW}, NULL), iif(${ended}, ${NOW}, NULL), ${id('o')}`,
  },
  {
    into: 'desired (host_id, kind, principal, grant_id, gen, acked_gen, state)',
    values: `'${DEMO_IDS.host}', ${KIND}, ${id('p-')}, ${id('g')}, 1, 1, iif(${ended}, NULL, ${STATE})`,
    where: claimed,
  },
  {
    into: 'invitation (id, grant_id, purpose, state, expires_at, sent_at, created_at, op)',
    values: `${id('v')}, ${id('g')}, 'access', iif(${claimed}, 'used', 'open'), 4000000000000, ${NOW}, ${NOW}, ${id('o')}`,
  },
  {
    into: 'person (id, account_id, person_key)',
    values: `'person' || i, '${DEMO_IDS.accountA}', 'osoba' || i || '@it.example'`,
    where: `i < ${PERSONS}`,
  },
  ...["'osoba'", `(i % ${PERSONS}) || ''`, `'osoba' || (i % ${PERSONS}) || '@it.example'`, "'it.example'", "'hosting'"].map(
    (term) => ({
      into: 'grant_term (account_id, live, term, grant_id)',
      values: `'${DEMO_IDS.accountA}', iif(${ended}, 0, 1), ${term}, ${id('g')}`,
    }),
  ),
  ...['requested', 'claimed'].map((action) => ({
    into: 'audit (account_id, at, actor_kind, actor_id, actor_name, action, grant_id, details, hits)',
    values: `'${DEMO_IDS.accountA}', ${NOW}, 'member', 'demo-ownerA', 'Anna Kowalska', 'grant.${action}', ${id('g')},
      '{"what":"katalog","grantee":"Osoba","notAfter":null}', 1`,
  })),
];

/** Adds grants number `from` to `to - 1` to the demo's first account, with everything that belongs to them. */
export async function growAccount(db: EdgeDatabase, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += CHUNK) {
    const end = Math.min(start + CHUNK, to);
    const numbers = `WITH RECURSIVE n(i) AS (SELECT ${start} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${end})`;
    for (const { into, values, where = '1' } of TABLES)
      await db.prepare(`INSERT INTO ${into} ${numbers} SELECT ${values} FROM n WHERE ${where}`).run();
  }
}
