import { DEMO_IDS } from '../demo/data.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { newGrantBody } from './invite.ts';
import type { Meter } from './meter.ts';

/** A page looks through 200 candidates, and each of them may need two looks and the few rows of what is shown. */
const MOST_LOOKED_THROUGH = 1200;
/** Counts of a look-through end at 1000. */
const MOST_COUNTED = 2500;

const FOUND: [string, Record<string, string>][] = [
  ['by a word', { search: 'osoba' }],
  ['by the domain of an address', { search: 'it.exam' }],
  ['of one kind', { kind: 'ftp' }],
  ['of one service', { serviceId: DEMO_IDS.serviceA }],
  ['in one state', { state: 'active' }],
];
const COMBINED: [string, Record<string, string>][] = [
  ['by two words', { search: 'osoba 7' }],
  ['by a word of one kind that is not there', { search: 'osoba', kind: 'mailbox' }],
  ['of one kind and service in one state', { kind: 'ftp', serviceId: DEMO_IDS.serviceA, state: 'active' }],
];

/** Looks for access in every way, and at one person; takes all from them; looks everything through. */
export async function lookAtPeople(meter: Meter, owner: ApiClient): Promise<void> {
  for (const [words, filter] of FOUND) {
    const page = await meter.call(owner, 'listGrants', { query: { ...filter, limit: '10' } }, `, 10 ${words}`);
    const after = (JSON.parse(page) as { next: string }).next;
    await meter.call(owner, 'listGrants', { query: { ...filter, limit: '10', after } }, `, next 10 ${words}`);
  }
  for (const [words, filter] of COMBINED) {
    await meter.call(owner, 'listGrants', { query: { ...filter, limit: '10' } }, `, 10 ${words}`);
    meter.bounded(MOST_LOOKED_THROUGH);
  }
  await meter.call(owner, 'readOverview');
  meter.bounded(MOST_LOOKED_THROUGH);
  const csv = await meter.call(owner, 'exportGrants');
  meter.perRow(csv.trimEnd().split('\n').length - 1);
  await takeAllFromOne(meter, owner);
  await lookThrough(meter, owner);
}

/** Somebody new at every size, so that what they have is as much each time. */
async function takeAllFromOne(meter: Meter, owner: ApiClient): Promise<void> {
  const grantee = { name: 'Osoba Mierzona', email: `${crypto.randomUUID()}@pomiar.example` };
  const given: { id: string; version: number; personId: string }[] = [];
  for (let at = 0; at < 3; at += 1) {
    const answer = await owner.call('createGrant', { body: { ...newGrantBody(DEMO_IDS.serviceA), grantee } });
    given.push((await answer.json()) as (typeof given)[number]);
  }
  const grants = given.map(({ id, version }) => ({ id, version }));
  await meter.call(owner, 'extendGrants', { body: { grants, notAfter: Date.now() + 86_400_000 } }, ', 3 grants');
  const params = { personId: given[0]?.personId ?? '' };
  await meter.call(owner, 'readPerson', { params }, ', who has 3 grants');
  const started = JSON.parse(await meter.call(owner, 'startOffboarding', { params }, ', from whom 3 are taken')) as {
    id: string;
  };
  await meter.call(owner, 'readOffboarding', { params: { offboardingId: started.id } });
}

async function lookThrough(meter: Meter, owner: ApiClient): Promise<void> {
  const { edge } = meter;
  const begun = JSON.parse(await meter.call(owner, 'startReview')) as { next: { id: string; version: number }[] };
  meter.bounded(MOST_COUNTED);
  await meter.call(owner, 'readReview');
  meter.bounded(MOST_COUNTED);
  const [next] = begun.next;
  if (!next) throw new Error('nothing to look through');
  await meter.call(owner, 'keepGrant', { params: { grantId: next.id }, body: { version: next.version } });
  meter.bounded(MOST_COUNTED);
  await edge.db.prepare('UPDATE account SET review_started_at = NULL WHERE id = ?').bind(DEMO_IDS.accountA).run();
}
