import type { PanelRole, SeatRole } from '../../../contract/index.ts';
import { DEMO_PASSWORD, PEOPLE, type PersonName } from '../../../demo/people.ts';
import type { Edge } from '../../support/stage/index.ts';
import { signIn, visitor } from '../../support/stage/index.ts';
import { linkAfter, newestMessage, STRONG_PASSWORD } from './setting.ts';

interface Member<R> {
  name: string;
  email: string;
  role: R;
}

const DAY = 86_400_000;

/** An invitation to the Panel of Zielnik that waits; the link that the message brought. */
export async function aPanelInvitation(edge: Edge, { name, email, role }: Member<PanelRole>): Promise<string> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const before = await newestMessage(edge, email);
  const spec = { kind: 'panel-user', role };
  const body = { serviceId: null, spec, grantee: { name, email }, notAfter: Date.now() + 30 * DAY };
  const answer = await owner.call('createGrant', { body });
  if (answer.status !== 201) throw new Error(`not invited: ${answer.status} ${await answer.text()}`);
  return linkAfter(edge, email, before);
}

/** A panel user of Zielnik who has accepted and set a password. */
export async function aPanelUser(edge: Edge, member: Member<PanelRole>): Promise<void> {
  const token = (await aPanelInvitation(edge, member)).split('#')[1];
  const answer = await visitor(edge).call('acceptPanelInvitation', { body: { token, password: STRONG_PASSWORD } });
  if (answer.status !== 200) throw new Error(`not joined: ${answer.status} ${await answer.text()}`);
}

/** A licence of one of Zielnik's services. */
export async function aSeat(edge: Edge, serviceId: string, { name, email, role }: Member<SeatRole>): Promise<void> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const body = { person: { name, email }, role, notAfter: null };
  const answer = await owner.call('assignSeat', { params: { serviceId }, body });
  if (answer.status !== 201) throw new Error(`no seat: ${answer.status} ${await answer.text()}`);
}

/** Management of one of Zielnik's domains that another client was offered and has taken on; `as` accepts it. The id of the grant. */
export async function aDelegation(edge: Edge, serviceId: string, as: PersonName, clientNumber: string): Promise<string> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const body = { clientNumber, notAfter: null };
  const offer = await owner.call('offerDelegation', { params: { serviceId }, body });
  if (offer.status !== 201) throw new Error(`not offered: ${offer.status} ${await offer.text()}`);
  const { id: grantId } = (await offer.json()) as { id: string };
  const manager = await signIn(edge, PEOPLE[as].email, DEMO_PASSWORD);
  const answer = await manager.call('acceptDelegation', { params: { grantId } });
  if (answer.status !== 200) throw new Error(`not accepted: ${answer.status} ${await answer.text()}`);
  return grantId;
}
