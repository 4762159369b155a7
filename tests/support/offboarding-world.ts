import { env } from 'cloudflare:test';
import type { GrantKindName, GrantSpec, GrantState } from '../../contract/index.ts';
import { kindOf } from '../../worker/grants/index.ts';
import { aHost, anAccount } from './build/index.ts';
import { planted } from './in-worker.ts';

/* One account with every service, and somebody in it who has twenty accesses; for the tests of worker/people. */

const PRINT = 'a'.repeat(64);
const secret = { password: { hash: null, print: PRINT }, notAfter: null };
interface Given {
  spec: GrantSpec;
  wanted?: object;
  service: string;
  host: string;
}
export const GIVEN: Record<Exclude<GrantKindName, 'delegation'>, Given> = {
  ftp: {
    spec: { kind: 'ftp', directory: '/', access: 'write' },
    wanted: { tree: 't-s1', directory: '/', access: 'write', keys: [], ...secret },
    service: 's1',
    host: 'h1',
  },
  database: {
    spec: { kind: 'database', database: 't_s1_sklep', access: 'read' },
    wanted: { tree: 't-s1', database: 't_s1_sklep', access: 'read', ...secret },
    service: 's1',
    host: 'h1',
  },
  mailbox: {
    spec: { kind: 'mailbox', address: 'biuro@alfa.test', access: 'read' },
    wanted: { tree: 't-s1', address: 'biuro@alfa.test', access: 'read', ...secret },
    service: 's2',
    host: 'h2',
  },
  'panel-user': { spec: { kind: 'panel-user', role: 'administrator' }, service: 'panel-a1', host: 'edge' },
  seat: { spec: { kind: 'seat', role: 'user' }, wanted: { role: 'user', notAfter: null }, service: 'l1', host: 'vendor-own' },
};

export async function plantAccount(): Promise<void> {
  await planted(
    aHost({ id: 'h1', name: 'serwer-1' }),
    aHost({ id: 'h2', name: 'serwer-2' }),
    await anAccount({ id: 'a1' })
      .withOwner({ id: 'anna', email: 'anna@alfa.test', name: 'Anna' })
      .withAdministrator({ id: 'adam', email: 'adam@alfa.test', name: 'Adam' })
      .withHosting({ id: 's1', hostId: 'h1', name: 'Sklep', domains: ['alfa.test'] })
      .withHosting({ id: 's2', hostId: 'h2', name: 'Firma' })
      .withLicence({ id: 'l1', seats: 9 })
      .rows(),
    await anAccount({ id: 'b1', clientNumber: '1002' }).withOwner({ id: 'jan', email: 'jan@it.test', name: 'Jan' }).rows(),
    await anAccount({ id: 'c1', clientNumber: '1003' }).withOwner({ id: 'ola', email: 'ola@it.test', name: 'Ola' }).rows(),
  );
}

/** One grant of somebody, as the batches that lead to its state leave it. */
export async function plant(id: string, kind: keyof typeof GIVEN, state: GrantState, person = 'jan@it.test'): Promise<void> {
  const { spec, wanted, service, host } = GIVEN[kind];
  const onHost = wanted !== undefined && state !== 'requested';
  const bind = (sql: string, ...params: unknown[]) => env.DB.prepare(sql).bind(...params);
  const gen = onHost ? 1 : 0;
  await env.DB.batch([
    bind(
      `INSERT INTO grants (id, account_id, service_id, kind, spec, target, state, grantee_name, grantee_email, person_key, host_id, principal, gen, owner_epoch,
       created_by, created_by_name, created_at, op) VALUES (?1, 'a1', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?1, ?10, 1, 'anna', 'Anna', 1, 'planted')`,
      ...[id, service, kind, JSON.stringify(spec), kindOf(kind).target(spec), state, person.split('@')[0], person, host, gen],
    ),
    bind("INSERT OR IGNORE INTO person VALUES (?1, 'a1', ?2)", `p-${person}`, person),
    ...(state === 'requested'
      ? [
          bind(
            "INSERT INTO invitation (id, grant_id, purpose, state, expires_at, created_at, op) VALUES (?1, ?1, 'access', 'open', 9, 1, 'op')",
            id,
          ),
        ]
      : []),
    ...(onHost
      ? [
          bind(
            "INSERT INTO desired (host_id, kind, principal, grant_id, gen, acked_gen, state, digest) VALUES (?1, ?2, ?3, ?3, 1, ?4, ?5, 'x')",
            ...[host, kind, id, state === 'active' ? 1 : 0, state === 'revoking' ? null : JSON.stringify(wanted)],
          ),
        ]
      : []),
    ...(kind === 'panel-user' && state === 'active'
      ? [
          bind(
            "INSERT INTO membership (user_id, account_id, role, grant_id) SELECT id, 'a1', 'administrator', ?1 FROM user WHERE email = ?2",
            id,
            person,
          ),
        ]
      : []),
  ]);
}

/** Twenty of one person's, over all services and in every state; the ids tell which. */
export async function plantTwenty(): Promise<string[]> {
  const all: [keyof typeof GIVEN, GrantState][] = [
    ...Array.from({ length: 5 }, () => ['ftp', 'active'] as [keyof typeof GIVEN, GrantState]),
    ...Array.from({ length: 4 }, () => ['database', 'active'] as [keyof typeof GIVEN, GrantState]),
    ...Array.from({ length: 4 }, () => ['mailbox', 'active'] as [keyof typeof GIVEN, GrantState]),
    ['ftp', 'pending'],
    ['database', 'pending'],
    ['ftp', 'requested'],
    ['mailbox', 'requested'],
    ['panel-user', 'active'],
    ['seat', 'active'],
    ['ftp', 'revoking'],
  ];
  const ids = all.map(([kind, state], at) => `${kind}-${state}-${at}`);
  for (const [at, [kind, state]] of all.entries()) await plant(ids[at] ?? '', kind, state);
  return ids;
}
