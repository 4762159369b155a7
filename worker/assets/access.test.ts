import { createScheduledController, env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DatabaseView } from '../../contract/index.ts';
import { aTrial, refusal, type Trial } from '../../tests/support/assets.ts';
import worker from '../index.ts';

/*
 * No grant outlives what it opens, and none comes back with a new thing of the same name.
 */

let trial: Trial;
beforeAll(async () => {
  trial = await aTrial();
});
beforeEach(() => trial.clear());

const SKLEP = 'alfa_sklep';
const BIURO = 'biuro@alfa.test';
const onDatabase = (database = SKLEP) => trial.granted({ kind: 'database', database, access: 'read' });
const onMailbox = () => trial.granted({ kind: 'mailbox', address: BIURO, access: 'read' });

/** Makes a grant look as if its invitation had been accepted and its host had opened it. */
async function opened(grantId: string, database: string): Promise<string> {
  const principal = `jan-${grantId.slice(0, 8)}`;
  const wanted = { tree: 'alfa', database, access: 'read', notAfter: null, password: { hash: null, print: 'a'.repeat(64) } };
  await env.DB.batch([
    env.DB.prepare("UPDATE grants SET state = 'active', gen = 1, principal = ?, active_at = 1 WHERE id = ?").bind(
      principal,
      grantId,
    ),
    env.DB.prepare(
      "INSERT INTO desired (host_id, kind, principal, grant_id, gen, acked_gen, state, digest) VALUES ('h1', 'database', ?, ?, 1, 1, ?, 'x')",
    ).bind(principal, grantId, JSON.stringify(wanted)),
  ]);
  return principal;
}

/** The state of the tables when the worker died after the asset's own batch: deletion begun, access as it was. */
const deletionWithoutTheRest = (name: string, state: 'deleting' | 'bin', wanted: string | null) =>
  env.DB.prepare(
    "UPDATE asset SET state = ?, wanted = ?, digest = NULL, gen = gen + 1, purge_at = ?, op = 'crashed' WHERE name = ?",
  )
    .bind(state, wanted, state === 'bin' ? Date.now() + 86_400_000 : null, name)
    .run();

const cron = () => worker.scheduled(createScheduledController({ scheduledTime: Date.now() }), env);
const ended = (grantId: string) =>
  vi.waitFor(async () => expect((await trial.grant(grantId)).state).toBe('ended'), { timeout: 5000, interval: 10 });

describe('deleting a database', () => {
  test('takes back every access to it, after it, and no other', async () => {
    await trial.standingDatabase('sklep');
    await trial.standingDatabase('blog');
    const [waiting, used, other] = [await onDatabase(), await onDatabase(), await onDatabase('alfa_blog')];
    const principal = await opened(used.id, SKLEP);
    const deleted = await (await trial.deleteDatabase(SKLEP)).json<DatabaseView>();
    expect(deleted).toMatchObject({ state: 'deleting', access: [{ grantId: used.id }] });
    expect(await trial.grant(waiting.id)).toMatchObject({ state: 'ended', endReason: 'target-deleted' });
    expect(await trial.grant(used.id)).toMatchObject({ state: 'revoking', endReason: 'target-deleted' });
    expect((await trial.grant(other.id)).state).toBe('requested');
    expect((await trial.agent.toldOf(principal, 2)).state).toBeNull();
    const who = await env.DB.prepare(
      "SELECT DISTINCT actor_name FROM audit WHERE action IN ('asset.deleting', 'grant.revoking')",
    ).all();
    expect(who.results).toEqual([{ actor_name: 'Anna Nowak' }]);
  });

  test('keeps its name until the last access to it has ended: none survives into a new one', async () => {
    await trial.standingDatabase('sklep');
    const { id } = await onDatabase();
    const principal = await opened(id, SKLEP);
    await trial.deleteDatabase(SKLEP);
    await trial.applied(SKLEP, 2);
    await trial.becomes(SKLEP, 'gone');
    expect(await refusal(await trial.createDatabase('sklep'))).toBe('409 access-remains');
    await trial.agent.acknowledge(await trial.agent.toldOf(principal, 2));
    await ended(id);
    expect((await trial.createDatabase('sklep')).status).toBe(201);
    await trial.applied(SKLEP, 3);
    await trial.becomes(SKLEP, 'ready');
    expect((await trial.database(SKLEP))?.access).toEqual([]);
  });

  test('refuses a name with a grant on it that was made while its host was away', async () => {
    trial.agent.fault = 'service-unavailable';
    await onDatabase('alfa_nowa');
    trial.agent.fault = null;
    expect(await refusal(await trial.createDatabase('nowa'))).toBe('409 access-remains');
    expect(await trial.row('alfa_nowa')).toBeNull();
  });
});

describe('a grant given while what it opens is going', () => {
  const refusedFor = async (spec: object) => refusal(await trial.tryToGrant(spec));
  const countOfGrants = () => env.DB.prepare('SELECT count(*) AS n FROM grants').first('n');

  test('on a database that its host still lists is refused, and nothing made', async () => {
    await trial.standingDatabase('sklep');
    await trial.deleteDatabase(SKLEP);
    expect(await refusedFor({ kind: 'database', database: SKLEP, access: 'read' })).toBe('422 spec.database: database-missing');
    expect(await countOfGrants()).toBe(0);
  });
  test.each(['at a loss', 'not yet told'])('on a mailbox in the bin is refused while its host is %s', async (how) => {
    await trial.standingMailbox('biuro');
    await trial.deleteMailbox(BIURO);
    if (how === 'at a loss') trial.agent.fault = 'service-unavailable';
    expect(await refusedFor({ kind: 'mailbox', address: BIURO, access: 'read' })).toBe('422 spec.address: mailbox-in-bin');
    expect(await countOfGrants()).toBe(0);
  });
  test('at the very moment of the deletion ends with it, or is refused', async () => {
    await trial.standingDatabase('sklep');
    const spec = { kind: 'database', database: SKLEP, access: 'read' };
    await Promise.all([...Array.from({ length: 8 }, () => trial.tryToGrant(spec)), trial.deleteDatabase(SKLEP)]);
    const live = await env.DB.prepare("SELECT count(*) AS n FROM grants WHERE state <> 'ended'").first('n');
    expect(live).toBe(0);
  });
});

describe('a crash between the deletion and the taking back', () => {
  test('is mended by the clock', async () => {
    await trial.standingDatabase('sklep');
    const { id } = await onDatabase();
    await opened(id, SKLEP);
    await deletionWithoutTheRest(SKLEP, 'deleting', null);
    await cron();
    expect(await trial.grant(id)).toMatchObject({ state: 'revoking', endReason: 'target-deleted' });
  });
  test('is mended by a repeat of the request', async () => {
    await trial.standingDatabase('sklep');
    const { id } = await onDatabase();
    await opened(id, SKLEP);
    await deletionWithoutTheRest(SKLEP, 'deleting', null);
    expect((await trial.deleteDatabase(SKLEP)).status).toBe(200);
    expect((await trial.grant(id)).endReason).toBe('target-deleted');
  });
  test('is mended before the host’s word makes it gone, and the host told of it at once', async () => {
    await trial.standingDatabase('sklep');
    const { id } = await onDatabase();
    const principal = await opened(id, SKLEP);
    await deletionWithoutTheRest(SKLEP, 'deleting', null);
    await trial.agent.acknowledge({ kind: 'database-asset', principal: SKLEP, gen: 2, state: null });
    await trial.becomes(SKLEP, 'gone');
    expect(await trial.grant(id)).toMatchObject({ state: 'revoking', endReason: 'target-deleted' });
    expect((await trial.agent.toldOf(principal, 2)).state).toBeNull();
  });
  test.each(['clock', 'host'])('leaves nothing on a mailbox in the bin: mended by the %s', async (mender) => {
    await trial.standingMailbox('biuro');
    const { id } = await onMailbox();
    const wanted = { tree: 'alfa', active: false, password: { hash: null, print: 'a'.repeat(64) } };
    await deletionWithoutTheRest(BIURO, 'bin', JSON.stringify(wanted));
    if (mender === 'clock') await cron();
    else await trial.agent.acknowledge({ kind: 'mailbox-asset', principal: BIURO, gen: 2, state: wanted });
    await ended(id);
  });
  test('lets nothing out of the bin with the mailbox', async () => {
    await trial.standingMailbox('biuro');
    const { id } = await onMailbox();
    const wanted = { tree: 'alfa', active: false, password: { hash: null, print: 'a'.repeat(64) } };
    await deletionWithoutTheRest(BIURO, 'bin', JSON.stringify(wanted));
    expect((await trial.call('restoreMailbox', { address: BIURO })).status).toBe(200);
    expect(await trial.grant(id)).toMatchObject({ state: 'ended', endReason: 'target-deleted' });
  });
});

describe('many grants on one database', () => {
  test('all end, also those that one request leaves to the clock', async () => {
    await trial.standingDatabase('sklep');
    const { id } = await onDatabase();
    const columns =
      'account_id, service_id, kind, spec, target, state, grantee_name, grantee_email, person_key, host_id, owner_epoch, created_by, created_by_name, created_at';
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150)
       INSERT INTO grants (id, principal, op, ${columns}) SELECT 'g' || i, 'p-' || i, 'op', ${columns} FROM n, grants WHERE id = ?`,
    )
      .bind(id)
      .run();
    const live = () => env.DB.prepare("SELECT count(*) AS n FROM grants WHERE state <> 'ended'").first('n');
    await trial.deleteDatabase(SKLEP);
    expect(await live()).toBe(51);
    await cron();
    expect(await live()).toBe(0);
  });
});
