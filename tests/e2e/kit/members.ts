import type { PanelRole, SeatRole } from '../../../contract/index.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import type { Edge } from '../../support/stage/index.ts';
import { signIn, visitor } from '../../support/stage/index.ts';
import { linkAfter, STRONG_PASSWORD } from './setting.ts';

const DAY = 86_400_000;

/** A panel user of Zielnik who has accepted and set a password. */
export async function aPanelUser(
  edge: Edge,
  { name, email, role }: { name: string; email: string; role: PanelRole },
): Promise<void> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const body = { serviceId: null, spec: { kind: 'panel-user', role }, grantee: { name, email }, notAfter: Date.now() + 30 * DAY };
  const made = await owner.call('createGrant', { body });
  if (made.status !== 201) throw new Error(`not invited: ${made.status} ${await made.text()}`);
  const token = (await linkAfter(edge, email)).split('#')[1];
  const joined = await visitor(edge).call('acceptPanelInvitation', { body: { token, password: STRONG_PASSWORD } });
  if (joined.status !== 200) throw new Error(`not joined: ${joined.status} ${await joined.text()}`);
}

/** A licence of one of Zielnik's services. */
export async function aSeat(
  edge: Edge,
  serviceId: string,
  { name, email, role }: { name: string; email: string; role: SeatRole },
): Promise<void> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const body = { person: { name, email }, role, notAfter: null };
  const answer = await owner.call('assignSeat', { params: { serviceId }, body });
  if (answer.status !== 201) throw new Error(`no seat: ${answer.status} ${await answer.text()}`);
}
