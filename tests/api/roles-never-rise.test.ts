import { createExecutionContext, env, runInDurableObject } from 'cloudflare:test';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type GrantView, type RouteName, sha256Hex } from '../../contract/index.ts';
import worker from '../../worker/index.ts';
import { ApiClient, type Call } from '../support/api-client.ts';
import { anAccount, PASSWORD, plant } from '../support/build/index.ts';
import { ORIGIN } from '../support/in-worker.ts';
import { sqliteD1 } from '../support/sqlite-d1.ts';

/*
 * Whatever anybody does to the sign-ins of an account, nobody stands above the highest role that was given to them by
 * somebody who held it. Random stories against the real worker; what it should come to is kept beside it from the answers alone.
 */

type Role = 'owner' | 'administrator' | 'user';
const RANK: Record<Role, number> = { user: 1, administrator: 2, owner: 3 };
const PEOPLE = ['anna', 'adam', 'ula', 'jan', 'obcy'] as const;
type Person = (typeof PEOPLE)[number];
/** Who is there when the contract is made; the others come, or try to. */
const AT_FIRST: Partial<Record<Person, Role>> = { anna: 'owner', adam: 'administrator', ula: 'user' };
const mail = (person: Person) => `${person}@role.test`;

type Act =
  | { is: 'invite'; role: 'administrator' | 'user' }
  | { is: 'accept' | 'suspend' | 'resume' | 'remove' | 'renew' | 'run-out' }
  | { is: 'change'; role: 'administrator' | 'user' };
interface Move {
  by: Person;
  to: Person;
  act: Act;
}

/** Those who may do something do most of it, to those who come; or else few stories would get anywhere. */
const by: fc.Arbitrary<Person> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('anna' as const) },
  { weight: 3, arbitrary: fc.constant('adam' as const) },
  { weight: 3, arbitrary: fc.constantFrom('ula' as const, 'jan' as const, 'obcy' as const) },
);
const to: fc.Arbitrary<Person> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('jan' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...PEOPLE) },
);
const role = fc.constantFrom('administrator' as const, 'user' as const);
const act: fc.Arbitrary<Act> = fc.oneof(
  role.map((role) => ({ is: 'invite' as const, role })),
  role.map((role) => ({ is: 'change' as const, role })),
  fc.constantFrom('accept', 'suspend', 'resume', 'remove', 'renew', 'run-out').map((is) => ({ is }) as Act),
);
const anything: fc.Arbitrary<Move[]> = fc.record({ by, to, act }).map((move) => [move]);
/** Somebody is invited and comes, and is put to rest and woken. */
const coming: fc.Arbitrary<Move[]> = fc
  .record({ by, to, role, rests: fc.boolean(), wakes: by })
  .map(({ by, to, role, rests, wakes }) => [
    { by, to, act: { is: 'invite', role } },
    { by: to, to, act: { is: 'accept' } },
    ...(rests
      ? ([
          { by, to, act: { is: 'suspend' } },
          { by: wakes, to, act: { is: 'resume' } },
        ] satisfies Move[])
      : []),
  ]);
const story = fc
  .array(fc.oneof({ weight: 3, arbitrary: anything }, { weight: 1, arbitrary: coming }), { minLength: 2, maxLength: 8 })
  .map((moves) => moves.flat());

const cookies = new Map<Person, string>();
let db: D1Database;
/** Does something beside the worker's tables: they lie in an object of their own, which saves each statement a trip. */
const beside = (work: () => Promise<void>): Promise<void> =>
  runInDurableObject(env.GUESS_COUNTER.getByName('roles'), async (_, { storage }) => {
    db = sqliteD1(storage, async () => undefined);
    await work();
  });

beforeAll(() =>
  beside(async () => {
    for (const { queries } of env.TEST_MIGRATIONS) for (const query of queries) await db.prepare(query).run();
    const own = PEOPLE.map((name) =>
      anAccount({ id: `own-${name}` })
        .withOwner({ id: name, email: mail(name) })
        .rows(),
    );
    await plant(db, ...(await Promise.all(own)));
    // Nobody reads letters here, and sending them takes most of the time.
    await db.prepare('CREATE TRIGGER no_letters AFTER INSERT ON outbox BEGIN DELETE FROM outbox WHERE id = NEW.id; END').run();
    for (const name of PEOPLE) cookies.set(name, (await clientOf(name).signIn(mail(name), PASSWORD)).cookie);
  }),
);

let account = '';
function clientOf(person: Person): ApiClient {
  const here = { ...env, DB: db };
  const client = new ApiClient((request) => Promise.resolve(worker.fetch(request, here, createExecutionContext())), ORIGIN);
  client.cookie = cookies.get(person) ?? '';
  return client;
}
const call = (by: Person, name: RouteName, given: Call): Promise<Response> => clientOf(by).call(name, given);

interface Standing {
  user_id: Person;
  role: Role;
  not_after: number | null;
  suspended_at: number | null;
  grant_id: string | null;
}
/** Who is let in now, by the tables alone and not by the code that is under test. */
async function standing(): Promise<Map<Person, Standing>> {
  const { results } = await db.prepare('SELECT * FROM membership WHERE account_id = ?').bind(account).all<Standing>();
  const now = Date.now();
  const lets = (one: Standing) => one.suspended_at === null && (one.not_after === null || one.not_after > now);
  return new Map(results.filter(lets).map((one) => [one.user_id, one]));
}
const rankOf = (one: Standing | undefined) => (one ? RANK[one.role] : 0);

interface Grant {
  id: string;
  version: number;
}
const grantOf = (to: Person) =>
  db
    .prepare(
      "SELECT id, version FROM grants WHERE account_id = ? AND grantee_email = ? ORDER BY state = 'ended', created_at DESC LIMIT 1",
    )
    .bind(account, mail(to))
    .first<Grant>();

/** A link to the newest invitation, as if its letter had been sent. */
async function linkTo(to: Person): Promise<string> {
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  await db
    .prepare(
      `INSERT INTO invitation_token (hash, invitation_id) SELECT ?, invitation.id FROM invitation JOIN grants ON grants.id = grant_id
     WHERE account_id = ? AND grantee_email = ? ORDER BY invitation.created_at DESC LIMIT 1`,
    )
    .bind(await sha256Hex(token), account, mail(to))
    .run();
  return token;
}

async function answerTo({ by, to, act }: Move): Promise<Response | null> {
  const grant = await grantOf(to);
  const since =
    (await db
      .prepare('SELECT 1 FROM membership WHERE user_id = ? AND account_id = ? AND grant_id IS NULL')
      .bind(to, account)
      .first()) !== null;
  const params = { grantId: grant?.id ?? 'none', userId: to };
  switch (act.is) {
    case 'invite': {
      const spec = { kind: 'panel-user', role: act.role };
      const grantee = { name: to, email: mail(to) };
      return call(by, 'createGrant', { body: { serviceId: null, spec, grantee, notAfter: Date.now() + 86_400_000 } });
    }
    case 'accept':
      return call(by, 'acceptPanelInvitation', { body: { token: await linkTo(to), password: null } });
    case 'change':
      if (since) return call(by, 'changeMemberRole', { params, body: { role: act.role } });
      return call(by, 'changeGrant', {
        params,
        body: { version: grant?.version ?? 0, spec: { kind: 'panel-user', role: act.role } },
      });
    case 'suspend':
      return call(by, 'suspendPanelUser', { params });
    case 'resume':
      return call(by, 'resumePanelUser', { params });
    case 'remove':
      return since ? call(by, 'removeMember', { params, body: {} }) : call(by, 'revokeGrant', { params });
    case 'renew':
      return call(by, 'sendInvitation', { params });
    case 'run-out':
      // Time passes for one person; the clock has not come by yet.
      await db
        .prepare('UPDATE membership SET not_after = 1 WHERE user_id = ? AND account_id = ? AND grant_id IS NOT NULL')
        .bind(to, account)
        .run();
      return null;
  }
}

/** Everybody is signed in and acts on the account, as far as it lets them. */
async function begin(): Promise<void> {
  account = crypto.randomUUID();
  const builder = anAccount({ id: account });
  await plant(db, await builder.rows());
  await db.batch([
    ...Object.entries(AT_FIRST).map(([name, role]) =>
      db.prepare('INSERT INTO membership (user_id, account_id, role) VALUES (?, ?, ?)').bind(name, account, role),
    ),
    db.prepare('UPDATE session SET account_id = ?, proved_at = ?').bind(account, Date.now()),
  ]);
}

/** Tells one story and looks after every act of it. */
async function told(moves: Move[]): Promise<void> {
  await begin();
  const highest = new Map<Person, number>(Object.entries(AT_FIRST).map(([name, role]) => [name as Person, RANK[role]]));
  for (const move of moves) {
    const { by, to, act } = move;
    const before = await standing();
    const response = await answerTo(move);
    const gives = (act.is === 'invite' || act.is === 'change') && response?.ok === true;
    if (gives && rankOf(before.get(by)) >= RANK[act.role]) highest.set(to, Math.max(highest.get(to) ?? 0, RANK[act.role]));
    if (response?.status === 500) throw new Error(`${JSON.stringify(move)} fails`);
    // Only managers who are let in at that moment get anything done to others; a link is the invited person's alone.
    if (response?.ok && act.is !== 'accept')
      expect(rankOf(before.get(by)), JSON.stringify(move)).toBeGreaterThanOrEqual(RANK.administrator);
    if (response?.ok && act.is === 'accept') expect(by).toBe(to);
    if (response?.ok) await response.json<GrantView>();

    const after = await standing();
    for (const [name, one] of after)
      expect(rankOf(one), `${name} after ${JSON.stringify(move)}`).toBeLessThanOrEqual(highest.get(name) ?? 0);
    expect(rankOf(after.get('anna')), 'the last owner').toBe(RANK.owner);
    // What the tables say of somebody is what the next request finds.
    const open = (await call(to, 'listPanelUsers', {})).ok;
    expect(open && rankOf(after.get(to)) < RANK.administrator, `${to} gets in after ${JSON.stringify(move)}`).toBe(false);
  }
}

const STORIES = 220;
test(
  `no story raises anybody above what somebody who held it gave them (${STORIES} stories)`,
  () =>
    beside(async () => {
      await fc.assert(fc.asyncProperty(story, told), { numRuns: STORIES, endOnFailure: false });
      // Stories in which nobody ever comes would prove nothing.
      const came = await db
        .prepare("SELECT count(*) AS n FROM audit WHERE action IN ('grant.accepted', 'member.role-changed', 'grant.suspended')")
        .first<number>('n');
      expect(came).toBeGreaterThan(STORIES / 2);
    }),
  600_000,
);

test.each([
  [
    'whoever accepts becomes administrator',
    "AFTER INSERT ON membership WHEN NEW.grant_id IS NOT NULL BEGIN UPDATE membership SET role = 'administrator' WHERE grant_id = NEW.grant_id; END",
  ],
  [
    'whoever is resumed becomes owner',
    "AFTER UPDATE OF suspended_at ON membership WHEN NEW.suspended_at IS NULL BEGIN UPDATE membership SET role = 'owner' WHERE grant_id = NEW.grant_id; END",
  ],
])(
  'a fault is caught: %s',
  (_, trigger) =>
    beside(async () => {
      await db.prepare(`CREATE TRIGGER planted_fault ${trigger}`).run();
      try {
        const run = await fc.check(fc.asyncProperty(story, told), { numRuns: 150, endOnFailure: true });
        expect(run.failed).toBe(true);
      } finally {
        await db.prepare('DROP TRIGGER planted_fault').run();
      }
    }),
  300_000,
);
