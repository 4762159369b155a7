import { env } from 'cloudflare:test';
import type { ApiClient } from '../support/api-client.ts';
import { aHost, anAccount, aStaffMember } from '../support/build/index.ts';
import { anApiClient, planted, signedIn } from '../support/in-worker.ts';
import { plantAssets } from './assets.ts';
import { HELP_IDS, helpStands } from './help.ts';
import type { Ids } from './samples.ts';

/*
 * One account with everything in it that routes are about, and somebody in every role towards it.
 */

const IN_ACCOUNT = ['owner', 'administrator', 'user', 'seatAdministrator', 'suspended', 'expired'] as const;
const ELSEWHERE = ['delegate', 'stranger'] as const;
const STAFF = ['support', 'operator'] as const;
export const WHO = [...IN_ACCOUNT, ...ELSEWHERE, ...STAFF, 'nobody'] as const;
export type Who = (typeof WHO)[number];

export const IDS: Ids = {
  accountId: 'a1',
  serviceId: 's1',
  grantId: 'g-ftp',
  hostId: 'h1',
  customerId: 'a1',
  userId: 'pat',
  panelGrantId: 'g-panel',
  licenceId: 'l1',
  seatId: 'g-seat',
  domainId: 'd1',
  changeId: 'z1',
  delegationId: 'g-domain',
  cessionId: 'c1',
  personId: 'person-jan',
  offboardingId: 'act-jan',
  ...HELP_IDS,
};

/** Where each reads mail and signs in by. */
export const mail = (who: Who | 'pat' | 'pola') => `${who.toLowerCase()}@klucznik.test`;

export async function plantEverybody(): Promise<void> {
  const person = (who: Who | 'pat' | 'pola') => ({ id: who, email: mail(who), name: who });
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1', clientNumber: '1001' })
      .withOwner(person('owner'))
      .withAdministrator(person('administrator'))
      .with('user', person('user'))
      .with('user', person('seatAdministrator'))
      .withAdministrator(person('suspended'))
      .withAdministrator(person('expired'))
      .with('user', person('pat'))
      .with('user', person('pola'))
      .withHosting({ id: 's1', hostId: 'h1', domains: ['alfa.test'], plan: { maxDatabases: 10_000, maxMailboxes: 10_000 } })
      .withLicence({ id: 'l1', seats: 10_000 })
      .withDomain({ id: 'd1', domain: 'alfa.test', hostId: 'h1' })
      .rows(),
    await anAccount({ id: 'b1', clientNumber: '1003' }).withOwner(person('delegate')).rows(),
    await anAccount({ id: 'x1', clientNumber: '1002' })
      .withOwner(person('stranger'))
      .withHosting({ id: 's2', hostId: 'h1' })
      .rows(),
    await aStaffMember('support', person('support')),
    await aStaffMember('operator', person('operator')),
  );
}

interface Granted {
  id: string;
  kind: string;
  serviceId: string;
  hostId: string;
  state: string;
  spec: object;
  person: string;
  to?: string;
}
const grantOf = ({ id, kind, serviceId, hostId, state, spec, person, to = '' }: Granted) =>
  env.DB.prepare(
    `INSERT INTO grants (id, account_id, service_id, kind, spec, target, state, grantee_name, grantee_email, person_key, host_id,
       principal, owner_epoch, created_by, created_by_name, created_at, to_account_id, op)
     VALUES (?1, 'a1', ?2, ?3, ?4, 'alfa.test', ?5, ?6, ?6, ?6, ?7, ?1, 1, 'owner', 'owner', 0, nullif(?8, ''), 'planted')
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, spec = excluded.spec, version = 1, gen = 0, end_reason = NULL, not_after = NULL,
       suspended_at = NULL, cut_at = NULL, ended_at = NULL, op = lower(hex(randomblob(8)))`,
  ).bind(id, serviceId, kind, JSON.stringify(spec), state, person, hostId, to);

const memberOf = (userId: string, role: string, over: { grantId?: string; notAfter?: number; suspendedAt?: number } = {}) =>
  env.DB.prepare('INSERT OR REPLACE INTO membership VALUES (?, ?, ?, ?, ?, ?)').bind(
    userId,
    'a1',
    role,
    over.grantId ?? null,
    over.notAfter ?? null,
    over.suspendedAt ?? null,
  );

/** Makes everything stand as at first: whatever one call has done, the next one finds it undone. */
export async function restore(): Promise<void> {
  const records = [{ name: 'ftp.alfa.test', type: 'A', ttl: 3600, data: '192.0.2.9' }];
  const seat = { kind: 'seat', serviceId: 'l1', hostId: 'vendor-own' };
  const others = (ids: string[]) => ids.map((id) => `'${id}'`).join(', ');
  await env.DB.batch([
    env.DB.prepare("UPDATE account SET owner_epoch = 1, cession_blocked = 0, cession_unblock_at = NULL WHERE id = 'a1'"),
    // Whatever the last call gave may not stand in the way of the next one's.
    env.DB.prepare(
      `UPDATE grants SET state = 'ended' WHERE account_id = 'a1' AND id NOT IN (${others(['g-ftp', 'g-panel', 'g-seat', 'g-holder', 'g-domain'])})`,
    ),
    grantOf({
      id: 'g-ftp',
      kind: 'ftp',
      serviceId: 's1',
      hostId: 'h1',
      state: 'requested',
      spec: { kind: 'ftp', directory: '/', access: 'read' },
      person: 'jan@it.test',
    }),
    grantOf({
      id: 'g-panel',
      kind: 'panel-user',
      serviceId: 'panel-a1',
      hostId: 'edge',
      state: 'active',
      spec: { kind: 'panel-user', role: 'user' },
      person: mail('pola'),
    }),
    grantOf({ ...seat, id: 'g-seat', state: 'active', spec: { kind: 'seat', role: 'user' }, person: 'kto@it.test' }),
    grantOf({
      ...seat,
      id: 'g-holder',
      state: 'active',
      spec: { kind: 'seat', role: 'administrator' },
      person: mail('seatAdministrator'),
    }),
    grantOf({
      id: 'g-domain',
      kind: 'delegation',
      serviceId: 'd1',
      hostId: 'edge',
      state: 'active',
      spec: { kind: 'delegation', domain: 'alfa.test', to: '1003' },
      person: 'Klient nr 1003',
      to: 'b1',
    }),
    env.DB.prepare("INSERT OR IGNORE INTO person VALUES ('person-jan', 'a1', 'jan@it.test')"),
    env.DB.prepare(
      "INSERT OR IGNORE INTO offboarding (id, account_id, person_id, started_at, started_by_name, grant_ids, secrets, op) VALUES ('act-jan', 'a1', 'person-jan', 0, 'owner', '[]', '[]', 'planted')",
    ),
    env.DB.prepare("UPDATE service SET seats_taken = 2 WHERE id = 'l1'"),
    env.DB.prepare("DELETE FROM zone_change WHERE service_id = 'd1'"),
    env.DB.prepare(
      `INSERT OR REPLACE INTO zone (service_id, account_id, host_id, name, gen, acked_gen, wanted, digest, op)
       VALUES ('d1', 'a1', 'h1', 'alfa.test', 1, 1, ?, NULL, 'planted')`,
    ).bind(JSON.stringify({ records })),
    env.DB.prepare(
      "INSERT INTO zone_change (id, service_id, at, gen, by_name, by_account_id, removed, added) VALUES ('z1', 'd1', 0, 1, 'owner', 'a1', '[]', ?)",
    ).bind(JSON.stringify(records)),
    env.DB.prepare("UPDATE cession SET state = 'cancelled' WHERE id <> 'c1'"),
    env.DB.prepare(
      `INSERT INTO cession (id, kind, account_id, state, owner_epoch, started_by, started_by_name, taker_name, taker_email, created_at, expires_at, op)
       VALUES ('c1', 'account', 'a1', 'offered', 1, 'owner', 'owner', 'Ewa', 'ewa@it.test', 0, ?1, 'planted')
       ON CONFLICT (id) DO UPDATE SET state = 'offered', version = 1, ended_at = NULL, op = lower(hex(randomblob(8)))`,
    ).bind(Date.now() + 86_400_000),
    ...helpStands(),
    memberOf('owner', 'owner'),
    memberOf('administrator', 'administrator'),
    memberOf('user', 'user'),
    memberOf('seatAdministrator', 'user'),
    memberOf('suspended', 'administrator', { suspendedAt: 1 }),
    memberOf('expired', 'administrator', { notAfter: 1 }),
    memberOf('pat', 'user'),
    memberOf('pola', 'user', { grantId: 'g-panel' }),
    ...sessions.map(({ id, user_id, expires_at, account_id }) =>
      env.DB.prepare(
        'INSERT OR REPLACE INTO session (id, user_id, expires_at, account_id, proved_at) VALUES (?, ?, ?, ?, ?)',
      ).bind(id, user_id, expires_at, account_id, Date.now()),
    ),
  ]);
  await plantAssets();
}

interface SessionRow {
  id: string;
  user_id: string;
  expires_at: number;
  account_id: string | null;
}
let sessions: SessionRow[] = [];

/** A client for each, signed in to the account where they belong to it; what they carry outlives signing out. */
export async function everybody(): Promise<Record<Who, { client: () => ApiClient }>> {
  const cookies = new Map<Who, string>();
  for (const who of WHO) if (who !== 'nobody') cookies.set(who, (await signedIn(mail(who))).cookie);
  sessions = (await env.DB.prepare('SELECT id, user_id, expires_at, account_id FROM session').all<SessionRow>()).results;
  // Those whose access rests or is over were signed in before that.
  for (const one of sessions) if (['suspended', 'expired'].includes(one.user_id)) one.account_id = 'a1';
  const clientOf = (who: Who) => ({
    client() {
      const client = anApiClient();
      client.cookie = cookies.get(who) ?? '';
      return client;
    },
  });
  return Object.fromEntries(WHO.map((who) => [who, clientOf(who)])) as Record<Who, { client: () => ApiClient }>;
}
