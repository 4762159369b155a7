import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorCode, GrantView, RouteName } from '../../contract/index.ts';
import type { ApiClient, Call } from '../support/api-client.ts';
import { visitor, waitFor } from '../support/stage/index.ts';
import { active, aPassword, becomes, givenFrom, newGrant, passwordCredential, read, signsIn } from './kit/acts.ts';
import { type Gate, openGate, type Side } from './kit/gate.ts';
import { accountsOnHost, expectHostAsInD1, gensOnlyRise, plantStrangers, settled, strangers } from './kit/host-state.ts';
import { openWorld, type World } from './kit/world.ts';

let gate: Gate;
let world: World;
let foreign: string;
let lookAtGens: () => Promise<void>;
beforeAll(async () => {
  gate = await openGate();
  world = await openWorld({
    serves: {},
    edge: { entry: 'tests/faults/worker-with-gates.ts', vars: { GATE_URL: gate.url } },
  });
  await plantStrangers(world.hosting);
  foreign = await strangers(world.hosting);
  lookAtGens = gensOnlyRise(world);
});
afterAll(async () => {
  await world.close();
  gate.close();
});
afterEach(async () => {
  gate.open();
  expect(await strangers(world.hosting)).toBe(foreign);
  await lookAtGens();
});

/** How many rows there are of each thing that a request's batch writes. Acknowledgements of the host change none of them. */
async function marks(): Promise<Record<string, number>> {
  const audited = (action: string) => `(SELECT count(*) FROM audit WHERE action = 'grant.${action}')`;
  const row = await world.edge.db
    .prepare(
      `SELECT (SELECT count(*) FROM grants) AS grants, (SELECT count(*) FROM invitation) AS invitations, (SELECT count(*) FROM outbox) AS mails,
        (SELECT count(*) FROM invitation WHERE state = 'used') AS used, (SELECT coalesce(sum(gen), 0) FROM desired) AS wanted,
        (SELECT sum(version) FROM grants) AS versions, ${audited('requested')} AS requested, ${audited('claimed')} AS claimed,
        ${audited('changed')} AS changed, ${audited('revoking')} AS revoking`,
    )
    .first<Record<string, number>>();
  return row ?? {};
}

/** What has come since, without what has not changed. */
async function since(before: Record<string, number>): Promise<Record<string, number>> {
  const grown = Object.entries(await marks()).map(([name, count]): [string, number] => [name, count - (before[name] ?? 0)]);
  return Object.fromEntries(grown.filter(([, count]) => count !== 0));
}

type Act = { who: ApiClient; name: RouteName; call: Call };
const send = async ({ who, name, call }: Act): Promise<{ status: number; code: ErrorCode | null; body: unknown }> => {
  const answer = await who.call(name, call);
  const body = (await answer.json()) as { error?: { code: ErrorCode } };
  return { status: answer.status, code: body.error?.code ?? null, body };
};

/** As many seconds later as a request counts as under way. */
const tenSecondsLater = () =>
  world.edge.db.prepare('UPDATE idempotency SET created_at = created_at - 10001 WHERE status IS NULL').run();

/** Lets workerd die on one side of the act's batch, then repeats the act; gives what each of the two left behind and the answer. */
async function killAround(side: Side, act: Act) {
  const before = await marks();
  const standing = gate.stopAt(side);
  const first = send(act).then(
    () => 'answered',
    () => 'cut off',
  );
  await standing;
  await world.edge.kill();
  expect(await first).toBe('cut off');
  gate.open();
  const left = await since(before);
  expect((await send(act)).code).toBe('in-progress');
  await tenSecondsLater();
  const answer = await send(act);
  expect(world.complaints()).toEqual([expect.stringContaining('crashed unexpectedly')]);
  return { left, answer, done: await since(before) };
}

const key = () => crypto.randomUUID();
const create = (): Act => ({ who: world.owner, name: 'createGrant', call: { key: key(), body: newGrant() } });

async function newestToken(): Promise<string> {
  const row = await waitFor('the message', () =>
    world.edge.db.prepare('SELECT text FROM sent_message ORDER BY id DESC LIMIT 1').first<{ text: string }>(),
  );
  return /#([\w-]{43})/.exec(row.text)?.[1] ?? '';
}

describe.each(['before', 'after'] as const)('workerd killed right %s the batch', (side) => {
  const nothingOr = (all: Record<string, number>) => (side === 'before' ? {} : all);

  test('of giving access: one grant, one invitation, one message', async () => {
    const all = { grants: 1, invitations: 1, mails: 1, versions: 1, requested: 1 };
    const { left, answer, done } = await killAround(side, create());
    expect([left, answer.status, done]).toEqual([nothingOr(all), 201, all]);
    await world.edge.runCron();
    const { id } = answer.body as GrantView;
    expect((await waitFor('the message', async () => (await read(world.owner, { id })).invitation?.sentAt)) > 0).toBe(true);
  });

  test('of a claim: one claim, one account', async () => {
    const all = { used: 1, claimed: 1, wanted: 1 };
    const created = await send(create());
    const { id } = created.body as GrantView;
    await waitFor('the message', async () => (await read(world.owner, { id })).invitation?.sentAt);
    const password = aPassword();
    const body = { token: await newestToken(), credential: passwordCredential(password) };
    const { left, answer, done } = await killAround(side, {
      who: visitor(world.edge),
      name: 'claimInvitation',
      call: { key: key(), body },
    });
    expect([left, answer.status, done]).toEqual([nothingOr(all), 200, all]);
    const grant = await givenFrom(world, await becomes(world, { id }, 'active'), password);
    await expectHostAsInD1(world);
    expect((await accountsOnHost(world.hosting)).filter(({ principal }) => principal === grant.user)).toHaveLength(1);
    expect(await signsIn(grant)).toBe('in');
  });

  test('of a change: one change', async () => {
    const all = { changed: 1, wanted: 1, versions: 1 };
    const grant = await active(world);
    const { version } = await read(world.owner, grant);
    const body = { version, spec: { kind: 'ftp', directory: '/public_html/sklep', access: 'read' } };
    const act: Act = { who: world.owner, name: 'changeGrant', call: { key: key(), params: { grantId: grant.id }, body } };
    const { left, answer, done } = await killAround(side, act);
    expect([left, answer.status, done]).toEqual([nothingOr(all), 200, all]);
    await settled(world);
    await expectHostAsInD1(world);
    expect((await grant.client.put('/nowy.txt', 'x')).code).not.toBe(0);
  });

  test('of taking back: one end, no account', async () => {
    const all = { revoking: 1, wanted: 1, versions: 1 };
    const grant = await active(world);
    const act: Act = { who: world.owner, name: 'revokeGrant', call: { key: key(), params: { grantId: grant.id } } };
    const { left, answer, done } = await killAround(side, act);
    expect([left, answer.status, done]).toEqual([nothingOr(all), 200, all]);
    await becomes(world, grant, 'ended');
    await expectHostAsInD1(world);
    expect(await signsIn(grant)).toBe('refused');
  });
});
