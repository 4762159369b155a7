import { env, runInDurableObject } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan } from '../../worker/cession/plan.ts';
import { snapshot, sqliteD1 } from '../support/sqlite-d1.ts';
import { NAMES, type Name, World } from './cession-world.ts';

/*
 * A cession that is confirmed while access is given, taken up, changed and taken back. The worker's own code runs on the worker's
 * own statements; who of them reaches the database next is drawn anew for every story.
 */

const STORIES = 1000;

/** What may be under way beside the confirmations. */
const RIVALS = {
  'somebody gives access': (world: World) => world.give('late', 'ftp'),
  'somebody invites to the Panel': (world: World) => world.give('late-panel', 'panel-user'),
  'somebody assigns a licence': (world: World) => world.give('late-seat', 'seat'),
  'access is taken up': (world: World) => world.takeUp('ftp-open'),
  'the Panel is taken up': (world: World) => world.takeUp('panel-open'),
  'a new password is asked for and set': async (world: World) => {
    await world.renew('ftp-active');
    await world.takeUp('ftp-active');
  },
  'the host has made access': (world: World) => world.hear('ftp-pending'),
  'the host does what it was told': (world: World) => world.hear('ftp-active'),
  'access is taken back': (world: World) => world.revoke('ftp-active'),
  'the Panel is taken back': (world: World) => world.revoke('panel-active'),
  'access is prolonged': (world: World) => world.prolong('ftp-pending'),
  'a panel user is suspended': (world: World) => world.suspend('panel-active'),
  'the owner keeps after all': (world: World) => world.redecide('ftp-active', 'keep'),
  'the owner ends after all': (world: World) => world.redecide('panel-active', 'end'),
  'the taker confirms too': (world: World) => world.confirm('tomasz'),
  'the owner confirms twice': (world: World) => world.confirm('anna'),
  'the taker calls it off': (world: World) => world.callOff(),
} as const;
type Rival = keyof typeof RIVALS;

const story = fc.record({
  keep: fc.record(
    Object.fromEntries([...NAMES, 'adam'].map((name) => [name, fc.boolean()])) as Record<Name | 'adam', fc.Arbitrary<boolean>>,
  ),
  agreed: fc.boolean(),
  rivals: fc.uniqueArray(fc.constantFrom(...(Object.keys(RIVALS) as Rival[])), { maxLength: 4 }),
  scheduler: fc.scheduler(),
});

/** A batch that failed because somebody else was faster, or the account is no longer the actor's. */
const isRefusal = (error: unknown): boolean => {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (/audit_hits_one|audit\.hits/.test(cause.message)) return true;
  return false;
};

/** All that a story may change, those first that others refer to. */
const TABLES = [
  'account',
  'user',
  'membership',
  'session',
  'service',
  'person',
  'grants',
  'grant_term',
  'desired',
  'invitation',
  'cession',
  'audit',
  'outbox',
];
const ENDING = ['revoking', 'ended'];

/** What must hold when all have done what they could. */
async function judge(world: World): Promise<'completed' | 'not'> {
  const { id } = world;
  const [cession] = await world.rows('SELECT state, plan, op FROM cession WHERE id = ?', world.cessionId());
  const [account] = await world.rows('SELECT name, owner_epoch AS epoch FROM account WHERE id = ?', id);
  const grants = await world.rows(
    `SELECT grants.id, grants.state, grants.kind, end_reason AS reason, owner_epoch AS epoch, desired.state IS NULL AS absent,
     (SELECT count(*) FROM membership WHERE grant_id = grants.id) AS members,
     (SELECT count(*) FROM invitation WHERE grant_id = grants.id AND state = 'open') AS open,
     (SELECT count(*) FROM audit WHERE grant_id = grants.id AND json_extract(details, '$.op') = ?2) AS written
     FROM grants LEFT JOIN desired ON desired.grant_id = grants.id WHERE account_id = ?1`,
    id,
    String(cession?.op),
  );
  const live = grants.filter(({ state }) => !ENDING.includes(String(state)));
  const ending = grants.filter(({ state }) => ENDING.includes(String(state)));
  expect(ending.filter(({ members, open, absent }) => members !== 0 || open !== 0 || absent !== 1)).toEqual([]);
  const [seats] = await world.rows('SELECT seats_taken AS taken FROM service WHERE id = ?', `l-${id}`);
  expect(seats?.taken).toBe(grants.filter(({ kind, state }) => kind === 'seat' && state !== 'ended').length);

  if (cession?.state !== 'completed') {
    expect(account).toEqual({ name: 'Dawna', epoch: 1 });
    expect(grants.filter(({ reason }) => reason === 'cession')).toEqual([]);
    expect(await world.rows("SELECT 1 FROM audit WHERE account_id = ? AND action = 'cession.completed'", id)).toEqual([]);
    return 'not';
  }
  const decided = new Map(readPlan(String(cession.plan)).decided.map((entry) => [entry.id, entry.decision]));
  expect(account).toEqual({ name: 'Tomasz Nowy', epoch: 2 });
  // Nothing survives that was to end, or that nobody decided on.
  expect(live.filter((one) => decided.get(String(one.id)) !== 'keep')).toEqual([]);
  expect(live.filter(({ epoch }) => epoch !== 2)).toEqual([]);
  // Nothing ends that was to stay, but for what somebody took back themselves.
  expect(grants.filter((one) => one.reason === 'cession' && decided.get(String(one.id)) === 'keep')).toEqual([]);
  // Each of them is written down by the batch that did it, once.
  expect(grants.filter(({ reason, written }) => reason === 'cession' && written !== 1)).toEqual([]);
  const [completed, ...more] = await world.rows("SELECT id FROM audit WHERE account_id = ? AND action = 'cession.completed'", id);
  expect(more).toEqual([]);
  // Nobody who came in under the former owner has written anything since.
  expect(
    await world.rows(
      'SELECT action FROM audit WHERE account_id = ? AND actor_id IN (?, ?) AND id > ?',
      id,
      world.person('adam'),
      world.person('anna'),
      Number(completed?.id),
    ),
  ).toEqual([]);
  const people = await world.rows(
    'SELECT user_id AS who, role, grant_id FROM membership WHERE account_id = ? ORDER BY user_id',
    id,
  );
  expect(people.filter(({ role }) => role === 'owner')).toEqual([{ who: world.person('tomasz'), role: 'owner', grant_id: null }]);
  const adam = people.some(({ who }) => who === world.person('adam'));
  expect(adam).toBe(decided.get(`member:${world.person('adam')}`) === 'keep');
  const sessions = await world.rows('SELECT id FROM session WHERE account_id = ? AND user_id <> ?', id, world.person('tomasz'));
  expect(sessions).toEqual([]);
  return 'completed';
}

test(`in ${STORIES} random interleavings nothing survives that was to end, and nothing ends that was to stay`, async () => {
  const ends = { completed: 0, not: 0 };
  const stub = env.GUESS_COUNTER.getByName('cession');
  await runInDurableObject(stub, async (_, { storage }) => {
    for (const { queries } of env.TEST_MIGRATIONS) for (const query of queries) storage.sql.exec(query);
    const straight = sqliteD1(storage, async () => undefined);
    storage.sql.exec("INSERT INTO host (id, name, created_at) VALUES ('h1', 'h1.test', 0)");
    const world = new World(straight, 1);
    await world.begin();
    const restore = snapshot(storage, TABLES);
    await fc.assert(
      fc.asyncProperty(story, async ({ keep, agreed, rivals, scheduler }) => {
        restore();
        await world.offer(keep, agreed);
        const drawn = world.through(sqliteD1(storage, (what) => scheduler.schedule(Promise.resolve(), what)));
        const acts = [
          drawn.confirm('anna'),
          ...(agreed ? [] : [drawn.confirm('tomasz')]),
          ...rivals.map((rival) => RIVALS[rival](drawn)),
        ];
        const outcomes = await scheduler.waitFor(Promise.allSettled(acts));
        for (const outcome of outcomes) if (outcome.status === 'rejected' && !isRefusal(outcome.reason)) throw outcome.reason;
        ends[await judge(world)] += 1;
      }),
      { numRuns: STORIES },
    );
  });
  // Both ends are really reached, each often.
  expect(Math.min(ends.completed, ends.not)).toBeGreaterThan(STORIES / 10);
}, 300_000);
