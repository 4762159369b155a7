import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { GRANT_KIND_NAMES, type GrantKindName, type GrantSpec, type GrantState } from '../../contract/index.ts';
import { aHost, anAccount } from '../../tests/support/build/index.ts';
import { planted } from '../../tests/support/in-worker.ts';
import { database } from '../db/index.ts';
import { act } from './act.ts';
import { endMany } from './hand-over.ts';
import { kindOf } from './kinds/index.ts';
import { loadGrant } from './rows.ts';

const NOW = 1_800_000_000_000;
const actor = { kind: 'member', id: 'anna', name: 'Anna', from: null } as const;
const SPECS: Record<GrantKindName, { spec: GrantSpec; wanted: object }> = {
  ftp: {
    spec: { kind: 'ftp', directory: '/', access: 'read' },
    wanted: {
      tree: 't',
      directory: '/',
      access: 'read',
      password: { hash: null, print: 'a'.repeat(64) },
      keys: [],
      notAfter: null,
    },
  },
  database: {
    spec: { kind: 'database', database: 't_sklep', access: 'read' },
    wanted: { tree: 't', database: 't_sklep', access: 'read', password: { hash: null, print: 'a'.repeat(64) }, notAfter: null },
  },
  mailbox: {
    spec: { kind: 'mailbox', address: 'a@alfa.test', access: 'read' },
    wanted: {
      tree: 't',
      address: 'a@alfa.test',
      access: 'read',
      password: { hash: null, print: 'a'.repeat(64) },
      notAfter: null,
    },
  },
  'panel-user': { spec: { kind: 'panel-user', role: 'user' }, wanted: {} },
  delegation: { spec: { kind: 'delegation', domain: 'alfa.test', to: '1002' }, wanted: {} },
  seat: { spec: { kind: 'seat', role: 'user' }, wanted: { role: 'user', notAfter: null } },
};
const HOSTS: Partial<Record<GrantKindName, string>> = { 'panel-user': 'edge', seat: 'vendor-own' };
const SERVICES: Partial<Record<GrantKindName, string>> = { 'panel-user': 'panel-a1', seat: 'l1', delegation: 'd1' };

beforeEach(async () => {
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1' })
      .withOwner({ id: 'anna' })
      .withHosting({ id: 's1', hostId: 'h1' })
      .withLicence({ id: 'l1', seats: 9 })
      .withDomain({ id: 'd1', domain: 'alfa.test', hostId: 'h1' })
      .rows(),
    await anAccount({ id: 'b1', clientNumber: '1002' }).withOwner({ id: 'beata', email: 'beata@b1.test' }).rows(),
  );
});

async function plantGrant(id: string, kind: GrantKindName, state: GrantState): Promise<void> {
  const { spec, wanted } = SPECS[kind];
  const onHost = kindOf(kind).road === 'host' && state !== 'requested';
  const [host, service] = [HOSTS[kind] ?? 'h1', SERVICES[kind] ?? 's1'];
  const bind = (sql: string, ...params: unknown[]) => env.DB.prepare(sql).bind(...params);
  await env.DB.batch([
    bind(
      `INSERT INTO grants (id, account_id, service_id, kind, spec, state, problem, grantee_name, grantee_email, person_key, host_id, principal, gen, owner_epoch,
       created_by, created_by_name, created_at, to_account_id, op) VALUES (?1, 'a1', ?2, ?3, ?4, ?5, 'disk-full', 'Jan', ?1, ?1, ?6, ?1, ?7, 1, 'anna', 'Anna', 1, ?8, 'planted')`,
      ...[id, service, kind, JSON.stringify(spec), state, host, onHost ? 3 : 0, kind === 'delegation' ? 'b1' : null],
    ),
    bind(
      "INSERT INTO invitation (id, grant_id, purpose, state, expires_at, created_at, op) VALUES (?1, ?2, 'access', 'open', 9, 1, 'planted')",
      ...[`i-${id}`, id],
    ),
    bind("INSERT INTO grant_term (account_id, live, term, grant_id) VALUES ('a1', 1, 'jan', ?)", id),
    ...(onHost
      ? [
          bind(
            "INSERT INTO desired (host_id, kind, principal, grant_id, gen, acked_gen, state, digest, hash) VALUES (?1, ?2, ?3, ?3, 3, 2, ?4, 'x', 'h')",
            ...[host, kind, id, JSON.stringify(wanted)],
          ),
        ]
      : []),
    ...(kind === 'panel-user' && state === 'active'
      ? [
          bind("INSERT INTO user (id, email, name, password_hash, created_at) VALUES (?1, ?1, ?1, 'x', 1)", `u-${id}`),
          bind("INSERT INTO membership (user_id, account_id, role, grant_id) VALUES (?1, 'a1', 'user', ?2)", `u-${id}`, id),
        ]
      : []),
  ]);
}

/** All that is left of a grant in every table, with its own names taken out. */
async function left(id: string): Promise<string> {
  const tables = [
    'SELECT * FROM grants WHERE id = ?1',
    'SELECT * FROM desired WHERE grant_id = ?1',
    'SELECT * FROM invitation WHERE grant_id = ?1',
    'SELECT * FROM membership WHERE grant_id = ?1',
    'SELECT * FROM grant_term WHERE grant_id = ?1',
    "SELECT account_id, at, actor_kind, actor_id, actor_name, action, json_extract(details, '$.reason') AS reason, json_extract(details, '$.what') AS what, json_extract(details, '$.grantee') AS grantee, hits FROM audit WHERE grant_id = ?1",
    "SELECT account_id, template, recipient, data, created_at, due_at FROM outbox WHERE json_extract(data, '$.grantId') = ?1",
  ];
  const rows = await env.DB.batch(tables.map((sql) => env.DB.prepare(sql).bind(id)));
  return JSON.stringify(
    rows.map(({ results }) => results),
    null,
    1,
  ).replaceAll(id, 'ID');
}

const STATES: Record<'host' | 'edge', GrantState[]> = { host: ['requested', 'pending', 'active'], edge: ['requested', 'active'] };
const CASES = GRANT_KIND_NAMES.flatMap((kind) => STATES[kindOf(kind).road].map((state) => [kind, state] as const));

describe('many grants ended at once', () => {
  const REASONS = ['cession', 'revoked'] as const;
  const EACH = CASES.flatMap(([kind, state]) => REASONS.map((reason) => [kind, state, reason] as const));
  test.each(EACH)('leave of a %s that is %s what the lifecycle leaves of one (%s)', async (kind, state, reason) => {
    const db = database(env.DB);
    const [one, many] = [`one-${kind}-${state}-${reason}`, `many-${kind}-${state}-${reason}`];
    await plantGrant(one, kind, state);
    const outcome = await act(db, () => loadGrant(db, 'a1', one), { type: 'revoke', reason }, actor, NOW, 'op');
    expect(outcome.ok).toBe(true);
    const byOne = await left(one);
    // A domain has one delegation at a time, and a name one seat.
    await plantGrant(many, kind, state);
    const decided = [{ id: many, what: kindOf(kind).phrase(SPECS[kind].spec), foreign: false }];
    const [first, ...rest] = endMany(db, decided, { actor, now: NOW, op: 'op' }, reason);
    if (!first) throw new Error('nothing to do');
    await db.batch([first, ...rest]);
    expect(await left(many)).toBe(byOne);
  });
});
