import type { CessionView, ErrorCode, GrantSpec } from '../../contract/index.ts';
import type { Actor } from '../../worker/audit/index.ts';
import { cancel, decideItems } from '../../worker/cession/change.ts';
import { confirm } from '../../worker/cession/confirm.ts';
import { writePlan } from '../../worker/cession/plan.ts';
import { loadCession } from '../../worker/cession/store.ts';
import { type Database, database } from '../../worker/db/index.ts';
import { act } from '../../worker/grants/act.ts';
import { createGrant } from '../../worker/grants/create.ts';
import { acknowledge } from '../../worker/grants/from-host.ts';
import type { GrantEvent } from '../../worker/grants/lifecycle.ts';
import { loadGrant, type StoredGrant } from '../../worker/grants/rows.ts';
import type { Caller } from '../../worker/http/index.ts';
import { anAccount } from '../support/build/index.ts';
import { plant } from '../support/build/rows.ts';

/* One account on the eve of its cession, and all that people, hosts and rivals may do to it at the same time. */

const SPECS = {
  ftp: { kind: 'ftp', directory: '/', access: 'read' },
  'panel-user': { kind: 'panel-user', role: 'administrator' },
  seat: { kind: 'seat', role: 'user' },
} as const satisfies Record<string, GrantSpec>;
type Kind = keyof typeof SPECS;

/** What stands on the eve: each is decided on, one way or the other. */
export const STANDING = {
  'ftp-open': ['ftp', 'requested'],
  'ftp-pending': ['ftp', 'pending'],
  'ftp-active': ['ftp', 'active'],
  'panel-open': ['panel-user', 'requested'],
  'panel-active': ['panel-user', 'active'],
  seat: ['seat', 'pending'],
} as const satisfies Record<string, [Kind, 'requested' | 'pending' | 'active']>;
export type Name = keyof typeof STANDING;
export const NAMES = Object.keys(STANDING) as Name[];

export const NOW = Date.UTC(2026, 6, 1);
const SECRET = { password: { hash: '$6$x', print: 'a'.repeat(64) }, keys: [] };

type Row = Record<string, string | number | null>;

export class World {
  readonly id: string;
  readonly #d1: D1Database;
  readonly db: Database;
  readonly #n: number;

  constructor(d1: D1Database, n: number) {
    this.#d1 = d1;
    this.db = database(d1);
    this.#n = n;
    this.id = `a${n}`;
  }

  /** The same world through another door to the database: one whose trips wait for their turn. */
  through(d1: D1Database): World {
    return new World(d1, this.#n);
  }

  person = (who: string) => `${who}-${this.id}`;
  grant = (name: string) => `${name}-${this.id}`;
  cessionId = () => `c-${this.id}`;

  async rows(sql: string, ...params: (string | number)[]): Promise<Row[]> {
    const { results } = await this.#d1
      .prepare(sql)
      .bind(...params)
      .all<Row>();
    return results;
  }

  /** Everybody and everything, before anything is decided. */
  async begin(): Promise<void> {
    const { id, person } = this;
    const mail = (who: string) => `${who}@${id}.test`;
    await plant(
      this.#d1,
      await anAccount({ id, clientNumber: id, name: 'Dawna' })
        .withOwner({ id: person('anna'), email: mail('anna') })
        .withAdministrator({ id: person('adam'), email: mail('adam') })
        .withHosting({ id: `s-${id}`, hostId: 'h1', tree: id })
        .withLicence({ id: `l-${id}`, seats: 3 })
        .rows(),
      await anAccount({ id: `t${id}`, clientNumber: `t${id}` })
        .withOwner({ id: person('tomasz'), email: mail('tomasz') })
        .with('user', { id: person('kasia'), email: mail('panel-active') })
        .with('user', { id: person('ola'), email: mail('panel-open') })
        .rows(),
    );
    for (const who of ['anna', 'adam'])
      await this.rows(
        'INSERT INTO session (id, user_id, expires_at, account_id, proved_at) VALUES (?, ?, 9999999999, ?, ?)',
        `se-${person(who)}`,
        person(who),
        id,
        NOW,
      );
    for (const name of NAMES) {
      const [kind, state] = STANDING[name];
      await this.give(name, kind);
      if (state !== 'requested' && kind !== 'seat') await this.takeUp(name);
      if (state === 'active' && kind === 'ftp') await this.hear(name);
    }
  }

  /** The eve: all is decided, and the taker's word already given when `agreed`. */
  async offer(keep: Record<Name | 'adam', boolean>, agreed: boolean): Promise<void> {
    const { id, person } = this;
    const word = (kept: boolean) => (kept ? 'keep' : 'end') as 'keep' | 'end';
    const marks = await this.rows(
      "SELECT id, version || CASE state WHEN 'requested' THEN '?' ELSE '' END AS mark FROM grants WHERE account_id = ?",
      id,
    );
    const markOf = (grant: string) => String(marks.find((row) => row.id === grant)?.mark);
    const decided = [
      ...NAMES.map((name) => ({ id: this.grant(name), decision: word(keep[name]), mark: markOf(this.grant(name)) })),
      { id: `member:${person('adam')}`, decision: word(keep.adam), mark: 'administrator' },
    ];
    const subscriber = { type: 'person', name: 'Tomasz Nowy', address: 'Lipowa 1', postcode: '70-001', city: 'Szczecin' };
    await this.rows(
      `INSERT INTO cession (id, kind, account_id, state, owner_epoch, started_by, started_by_name, taker_name, taker_email, taker_user_id,
       subscriber, plan, taker_confirmed_at, version, created_at, expires_at, op) VALUES (?1, 'account', ?2, ?3, 1, ?4, 'Anna', 'Tomasz', ?5, ?6, ?7, ?8, ${agreed ? NOW : 'NULL'}, 2, ?9, ?10, 'planted')`,
      ...[this.cessionId(), id, agreed ? 'agreed' : 'accepted', person('anna'), `tomasz@${id}.test`, person('tomasz')],
      ...[JSON.stringify(subscriber), writePlan({ decided, receipt: null }), NOW, NOW + 86_400_000],
    );
  }

  /** Somebody who is signed in, as their request found them. */
  caller(who: 'anna' | 'adam' | 'tomasz'): Caller {
    const role = who === 'adam' ? 'administrator' : 'owner';
    const own = who === 'tomasz' ? `t${this.id}` : this.id;
    return {
      sessionId: `se-${this.person(who)}`,
      user: { id: this.person(who), name: who, email: `${who}@${this.id}.test` },
      staffRole: null,
      account: { id: own, name: 'Dawna', clientNumber: own, role, ownerEpoch: 1 },
      provedAt: NOW,
    };
  }

  #actor(who: 'anna' | 'adam' | 'tomasz'): Actor {
    const { account, user } = this.caller(who);
    const acting = { id: account?.id ?? '', ownerEpoch: 1 };
    return { kind: 'member', id: user.id, name: user.name, from: null, acting };
  }

  readonly #load = (name: string) => () => loadGrant(this.db, this.id, this.grant(name));
  readonly #host = { kind: 'grantee', id: null, name: 'Ktoś', from: null } as const;

  give(name: string, kind: Kind): Promise<void> {
    const { id } = this;
    const service = {
      ftp: { id: `s-${id}`, hostId: 'h1', tree: id, name: id },
      'panel-user': { id: `panel-${id}`, hostId: 'edge', tree: id, name: id },
      seat: { id: `l-${id}`, hostId: 'vendor-own', tree: `l-${id}`, name: id },
    }[kind];
    const email = `${name}@${id}.test`;
    const body = {
      serviceId: service.id,
      spec: SPECS[kind],
      grantee: { name, email },
      notAfter: null,
      credential: null,
      why: null,
    };
    const confirmed = {
      id: this.grant(name),
      accountId: id,
      ownerEpoch: 1,
      service,
      body,
      email,
      secret: null,
      toAccountId: null,
    };
    return createGrant(this.db, confirmed, this.#actor('adam'), NOW);
  }

  /** The invited person takes up what was given. */
  async takeUp(name: string) {
    const who = this.person(name === 'panel-open' ? 'ola' : 'kasia');
    const by = { userId: who, newcomer: null, session: { id: 'none', begins: null } };
    const event = (row: StoredGrant): GrantEvent | ErrorCode => {
      if (row.invitation?.state !== 'open') return 'invitation-used';
      return row.grant.kind === 'panel-user' ? { type: 'accept', by } : { type: 'claim', secret: SECRET };
    };
    return act(this.db, this.#load(name), event, this.#host, NOW);
  }

  /** The host has done what it was told last. */
  async hear(name: string): Promise<void> {
    const [row] = await this.rows(
      'SELECT principal, gen, (SELECT state IS NULL FROM desired WHERE grant_id = grants.id) AS absent FROM grants WHERE id = ?',
      this.grant(name),
    );
    if (!row) return;
    const about = { t: 'ack', kind: 'ftp', principal: String(row.principal), gen: Number(row.gen) } as const;
    if (row.absent === 1)
      for (const look of [1, 2] as const) await acknowledge(this.db, 'h1', { ...about, outcome: 'absent', look, late: 0 }, NOW);
    else await acknowledge(this.db, 'h1', { ...about, outcome: 'present' }, NOW);
  }

  renew = (name: string) => act(this.db, this.#load(name), { type: 'renew-invitation' }, this.#actor('adam'), NOW);

  revoke = (name: string) => act(this.db, this.#load(name), { type: 'revoke', reason: 'revoked' }, this.#actor('adam'), NOW);

  async prolong(name: string) {
    const row = await loadGrant(this.db, this.id, this.grant(name));
    const event = { type: 'change', version: row?.grant.version ?? 0, notAfter: NOW + 86_400_000 } as const;
    return act(this.db, this.#load(name), event, this.#actor('adam'), NOW);
  }

  suspend = (name: string) => act(this.db, this.#load(name), { type: 'suspend' }, this.#actor('adam'), NOW);

  confirm(who: 'anna' | 'tomasz') {
    return confirm(this.db, {
      id: this.cessionId(),
      version: 2,
      caller: this.caller(who),
      actor: this.#actor(who),
      now: NOW,
      op: crypto.randomUUID(),
    });
  }

  readonly #own = () => loadCession(this.db, this.cessionId());

  /** The owner changes their mind about one thing. */
  redecide(name: Name, decision: NonNullable<CessionView['items'][number]['decision']>) {
    const wish = { version: 2, decisions: [{ id: this.grant(name), decision }] };
    return decideItems(this.db, this.#own, wish, { actor: this.#actor('anna'), now: NOW, op: crypto.randomUUID() });
  }

  callOff = () => cancel(this.db, this.#own, { actor: this.#actor('tomasz'), now: NOW, op: crypto.randomUUID() });
}
