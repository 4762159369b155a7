import { DEMO_IDS } from '../demo/data.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { newGrantBody } from './invite.ts';
import type { Meter } from './meter.ts';
import { MEASURED } from './seed.ts';

const SECRETS = ['xV7-kq2P-mm4t-Zb9w-Hd3s', 'pT4-wc8N-rr6j-Ly2f-Gk5v'] as const;
const { database, address } = MEASURED;
const onService = (body?: object) => ({ params: { serviceId: DEMO_IDS.serviceA }, ...(body ? { body } : {}) });

/** A list that was not read from the host, or lacks what was made, would cost too little. */
function mustStand(list: string, name: string): void {
  for (const part of ['"live":true', `"${name}"`, '"state":"ready"', '"grantId"'])
    if (!list.includes(part)) throw new Error(`${part} is missing in what the bench made: ${list}`);
}

/** Makes a database, opens it to somebody, and deletes it for good. */
export async function changeDatabases(meter: Meter, owner: ApiClient): Promise<void> {
  await meter.call(owner, 'createDatabase', onService({ name: database.slice(database.indexOf('_') + 1) }));
  const spec = { kind: 'database', database, access: 'read' } as const;
  await meter.call(owner, 'createGrant', { body: newGrantBody(DEMO_IDS.serviceA, spec) }, ', to a database');
  mustStand(await meter.call(owner, 'listDatabases', onService()), database);
  await meter.call(owner, 'deleteDatabase', onService({ name: database, typed: database }), ', with a grant on it');
}

/** Makes a mailbox, opens it to somebody, has it in the bin and out again, and lets the clock delete it for good. */
export async function changeMailboxes(meter: Meter, owner: ApiClient): Promise<void> {
  const [local, domain] = address.split('@');
  await meter.call(owner, 'createMailbox', onService({ local, domain, password: SECRETS[0] }));
  const spec = { kind: 'mailbox', address, access: 'read' } as const;
  await meter.call(owner, 'createGrant', { body: newGrantBody(DEMO_IDS.serviceA, spec) }, ', to a mailbox');
  mustStand(await meter.call(owner, 'listMailboxes', onService()), address);
  await meter.call(owner, 'noteMailboxReaders', onService({ address, people: ['Ewa Lis'] }));
  await meter.call(owner, 'changeMailboxPassword', onService({ address, password: SECRETS[1] }));
  await meter.call(owner, 'deleteMailbox', onService({ address, typed: address }), ', with a grant on it');
  await meter.call(owner, 'restoreMailbox', onService({ address }));
  await meter.call(owner, 'deleteMailbox', onService({ address, typed: address }));
  await meter.edge.db.prepare("UPDATE asset SET purge_at = 1 WHERE name = ? AND state = 'bin'").bind(address).run();
  await meter.cron(', with a mailbox to delete');
}

/** Whatever was left standing would be in the way at the next size. */
export async function mustBeGone(meter: Meter): Promise<void> {
  const left = await meter.edge.db.prepare("SELECT count(*) AS n FROM asset WHERE state <> 'gone'").first<number>('n');
  if (left !== 0) throw new Error(`${left} databases and mailboxes that the bench made are still there`);
}
