import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GrantSpec } from '../../contract/index.ts';
import { aTrial, type Trial } from '../../tests/support/assets.ts';
import { CLOCK, lostRace } from '../audit/index.ts';
import { database } from '../db/index.ts';
import { createGrant } from './create.ts';

let trial: Trial;
let giver: string | null;
beforeAll(async () => {
  trial = await aTrial();
  giver = await env.DB.prepare("SELECT user_id FROM membership WHERE account_id = 'a1'").first<string>('user_id');
});
beforeEach(() => trial.clear());

/** The batch of a grant that was found good before something was deleted. */
const late = (spec: GrantSpec) =>
  createGrant(
    database(env.DB),
    {
      id: crypto.randomUUID(),
      accountId: 'a1',
      ownerEpoch: 1,
      service: { id: 's1', hostId: 'h1', tree: 'alfa', name: 'Hosting' },
      body: {
        serviceId: 's1',
        spec,
        grantee: { name: 'Jan Kowal', email: 'jan@it.test' },
        notAfter: null,
        why: null,
        credential: null,
      },
      email: 'jan@it.test',
      secret: null,
      toAccountId: null,
    },
    { ...CLOCK, id: giver },
    Date.now(),
  );
const written = () =>
  env.DB.prepare(
    'SELECT (SELECT count(*) FROM grants) + (SELECT count(*) FROM invitation) + (SELECT count(*) FROM outbox) AS n',
  ).first('n');

describe('a grant whose target was deleted while it was made', () => {
  test('of a database is not written, nor anything of it', async () => {
    await trial.standingDatabase('sklep');
    await trial.deleteDatabase('alfa_sklep');
    const made = late({ kind: 'database', database: 'alfa_sklep', access: 'read' });
    expect(lostRace(await made.catch((error: unknown) => error))).toBe(true);
    expect(await written()).toBe(0);
  });
  test('of a mailbox in the bin is not written, nor anything of it', async () => {
    await trial.standingMailbox('biuro');
    await trial.deleteMailbox('biuro@alfa.test');
    const made = late({ kind: 'mailbox', address: 'biuro@alfa.test', access: 'read' });
    expect(lostRace(await made.catch((error: unknown) => error))).toBe(true);
    expect(await written()).toBe(0);
  });
  test('of its neighbour is', async () => {
    await trial.standingDatabase('sklep');
    await trial.deleteDatabase('alfa_sklep');
    await late({ kind: 'database', database: 'alfa_sklepy', access: 'read' });
    expect(await written()).toBe(3);
  });
});
