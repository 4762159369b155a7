import type { CessionView } from '../contract/index.ts';
import { DEMO_IDS } from '../demo/data.ts';
import { PEOPLE } from '../demo/people.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { visitor } from '../tests/support/stage/index.ts';
import { mailSettled } from './invite.ts';
import type { Meter } from './meter.ts';

const DOMAIN = 'sklep-zielnik.example';
const SUBSCRIBER = { type: 'person', name: 'Marek Maj', address: 'Prosta 1', postcode: '70-001', city: 'Szczecin' };

/** Gives one domain away for good, and calls two such off; afterwards all is as it was, so that the next size finds it so. */
export async function changeHands(meter: Meter, owner: ApiClient, taker: ApiClient): Promise<void> {
  const { cessionId, token } = await offer(meter, owner);
  const params = { cessionId };
  await meter.call(visitor(meter.edge), 'lookupCession', { body: { token } });
  await meter.call(taker, 'acceptCession', { body: { token, subscriber: SUBSCRIBER, password: null } });
  const { version } = await viewed(meter, owner, cessionId);
  await meter.call(owner, 'decideCession', { params, body: { version, decisions: [] } });
  const decided = await viewed(meter, owner, cessionId);
  await meter.call(taker, 'confirmCession', { params, body: { version: decided.version } }, ', first');
  await meter.call(owner, 'confirmCession', { params, body: { version: decided.version } }, ', the domain passes');
  await meter.call(owner, 'listCessions');
  await giveBack(meter);
  const declined = await offer(meter, owner);
  await meter.call(visitor(meter.edge), 'declineCession', { body: { token: declined.token } });
  const cancelled = await offer(meter, owner);
  await meter.call(owner, 'cancelCession', { params: { cessionId: cancelled.cessionId } });
  await meter.call(owner, 'blockCession', { body: {} });
  await meter.call(owner, 'unblockCession', { body: {} });
  await giveBack(meter);
}

async function viewed(meter: Meter, side: ApiClient, cessionId: string): Promise<CessionView> {
  return JSON.parse(await meter.call(side, 'readCession', { params: { cessionId } })) as CessionView;
}

async function offer(meter: Meter, owner: ApiClient): Promise<{ cessionId: string; token: string }> {
  const taker = { name: PEOPLE.ownerB.name, email: PEOPLE.ownerB.email };
  const body = { kind: 'domain', serviceId: DEMO_IDS.domainA2, taker, typed: DOMAIN };
  const { id } = JSON.parse(await meter.call(owner, 'startCession', { body })) as { id: string };
  await mailSettled(meter.edge);
  const text = await meter.edge.db
    .prepare("SELECT text FROM sent_message WHERE recipient = ? AND text LIKE '%/cesja/#%' ORDER BY id DESC LIMIT 1")
    .bind(taker.email)
    .first<string>('text');
  return { cessionId: id, token: /\/cesja\/#([\w-]{43})/.exec(text ?? '')?.[1] ?? '' };
}

/** As it was before, by hand: what is given away for good, nobody gives back here, and a block outlasts its lifting. */
const giveBack = ({ edge: { db } }: Meter) =>
  db.batch([
    db.prepare('DELETE FROM cession_token'),
    db.prepare('DELETE FROM cession'),
    db.prepare('UPDATE service SET account_id = ? WHERE id = ?').bind(DEMO_IDS.accountA, DEMO_IDS.domainA2),
    db.prepare('UPDATE zone SET account_id = ? WHERE service_id = ?').bind(DEMO_IDS.accountA, DEMO_IDS.domainA2),
    db.prepare('UPDATE account SET cession_blocked = 0, cession_unblock_at = NULL WHERE id = ?').bind(DEMO_IDS.accountA),
  ]);
