import { DEMO_IDS } from '../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../demo/people.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { type Edge, signIn, visitor } from '../tests/support/stage/index.ts';
import { changeDatabases, changeMailboxes, mustBeGone } from './asset-costs.ts';
import { changeHands } from './cession-costs.ts';
import { changeDomains } from './domain-costs.ts';
import { getHelp } from './help-costs.ts';
import { invite, newestToken, newGrantBody } from './invite.ts';
import { changeLicences } from './licence-costs.ts';
import { type Cost, Meter } from './meter.ts';
import { changePanelUsers } from './panel-user-costs.ts';
import { lookAtPeople } from './people-costs.ts';

/** One call of every route, and of the lists in each of their orders. */
export async function costsOfAllRoutes(edge: Edge): Promise<Cost[]> {
  const meter = new Meter(edge);
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  await readAccount(meter, owner);
  await changeGrants(edge, meter, owner);
  await lookAtPeople(meter, owner);
  await changeDatabases(meter, owner);
  await changeMailboxes(meter, owner);
  await mustBeGone(meter);
  await changePanelUsers(meter, owner, await signIn(edge, PEOPLE.ownerB.email, DEMO_PASSWORD));
  await changeDomains(meter, owner, await signIn(edge, PEOPLE.ownerB.email, DEMO_PASSWORD));
  await changeLicences(meter, owner);
  await changeHands(meter, owner, await signIn(edge, PEOPLE.ownerB.email, DEMO_PASSWORD));
  await getHelp(meter, owner, await signIn(edge, PEOPLE.support.email, DEMO_PASSWORD));
  await asStaff(edge, meter);
  await ownSession(edge, meter);
  await meter.cron();
  return meter.costs;
}

const EXAMPLE = { params: { grantId: 'g0000005' } };

async function readAccount(meter: Meter, owner: ApiClient): Promise<void> {
  await meter.call(owner, 'listServices');
  await meter.call(owner, 'listDirectories', { params: { serviceId: DEMO_IDS.serviceA } });
  await meter.call(owner, 'issueFileTicket', { params: { serviceId: DEMO_IDS.serviceA }, body: { path: '/', right: 'read' } });
  for (const order of ['person', 'service', 'end']) {
    const page = await meter.call(owner, 'listGrants', { query: { order, limit: '20' } }, `, 20 by ${order}`);
    const after = (JSON.parse(page) as { next: string }).next;
    await meter.call(owner, 'listGrants', { query: { order, limit: '20', after } }, `, next 20 by ${order}`);
  }
  await meter.call(owner, 'listGrants', { query: { show: 'ended', limit: '20' } }, ', 20 ended');
  await meter.call(owner, 'readGrant', EXAMPLE);
  await meter.call(owner, 'readGrantHistory', EXAMPLE);
  await meter.call(owner, 'listAudit');
  const csv = await meter.call(owner, 'exportAudit');
  meter.perRow(csv.trimEnd().split('\n').length - 1);
}

async function changeGrants(edge: Edge, meter: Meter, owner: ApiClient): Promise<void> {
  const { id: grantId } = JSON.parse(await meter.call(owner, 'createGrant', { body: newGrantBody(DEMO_IDS.serviceA) })) as {
    id: string;
  };
  const params = { grantId };
  await meter.call(owner, 'sendInvitation', { params });
  const token = await newestToken(edge);
  await meter.call(visitor(edge), 'readInvitation', { body: { token } });
  const credential = { type: 'password', password: 'xV7-kq2P-mm4t-Zb9w-Hd3s' };
  const claimed = await meter.call(visitor(edge), 'claimInvitation', { body: { token, credential } });
  if (!claimed.includes('"pending"')) throw new Error('a claimed grant is not on its way');
  const { version } = (await (await owner.call('readGrant', { params })).json()) as { version: number };
  await meter.call(owner, 'changeGrant', { params, body: { version, notAfter: Date.now() + 86_400_000 } });
  await meter.call(owner, 'revokeGrant', { params });
  const other = await invite(edge, owner, DEMO_IDS.serviceA);
  await meter.call(visitor(edge), 'refuseInvitation', { body: { token: other.token } });
}

async function asStaff(edge: Edge, meter: Meter): Promise<void> {
  const support = await signIn(edge, PEOPLE.support.email, DEMO_PASSWORD);
  await meter.call(support, 'findCustomer', { query: { clientNumber: '100100' } });
  await meter.call(support, 'listCustomerGrants', { params: { customerId: DEMO_IDS.accountA }, query: { limit: '20' } }, ', 20');
  const operator = await signIn(edge, PEOPLE.operator.email, DEMO_PASSWORD);
  await meter.call(operator, 'listHosts');
  await meter.call(operator, 'createHost', { body: { name: 'nowy.serwer.example' } });
  await meter.call(operator, 'renewHostToken', { params: { hostId: DEMO_IDS.host } });
}

async function ownSession(edge: Edge, meter: Meter): Promise<void> {
  const someone = visitor(edge);
  await meter.call(someone, 'signIn', { body: { email: PEOPLE.inBoth.email, password: DEMO_PASSWORD } });
  await meter.call(someone, 'readSession');
  await meter.call(someone, 'chooseAccount', { body: { accountId: DEMO_IDS.accountA } });
  await meter.call(someone, 'stepUp', { body: { password: DEMO_PASSWORD } });
  await meter.call(someone, 'signOut');
}
