import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import { type Edge, signIn, waitFor } from '../../support/stage/index.ts';
import { anAcceptedGrant, anInvitation, stateOf } from '../kit/setting.ts';

const DAY = 86_400_000;
export type Shelf = Readonly<Record<'active' | 'requested' | 'ended' | 'invitation' | 'taken', string>>;

/** An account as it looks after some weeks: somebody works, somebody was asked, somebody is done. Addresses of the pages to show. */
export async function aLivedInAccount(edge: Edge): Promise<Shelf> {
  const active = await anAcceptedGrant(edge, {
    name: 'Ola Wiśniewska',
    email: 'ola@pedzel.example',
    directory: '/public_html/sklep',
    access: 'write',
  });
  await anAcceptedGrant(edge, {
    name: 'Drukarnia Akapit',
    email: 'biuro@akapit.example',
    directory: '/kopie',
    notAfter: Date.now() + DAY,
  });
  await anAcceptedGrant(edge, {
    name: 'Ola Wiśniewska',
    email: 'ola@pedzel.example',
    serviceId: DEMO_IDS.serviceA2,
    directory: '/',
    notAfter: null,
  });
  const requested = await anInvitation(edge, { name: 'Bartek Informatyk', email: 'bartek@siec.example' });
  const done = await anAcceptedGrant(edge, { name: 'Studio Pędzel', email: 'studio@pedzel.example' });
  await takeBack(edge, done.grantId);
  const page = (grantId: string) => `/panel/dostep/?id=${grantId}`;
  return {
    active: page(active.grantId),
    requested: page(requested.grantId),
    ended: page(done.grantId),
    invitation: requested.link,
    taken: active.link,
  };
}

async function takeBack(edge: Edge, grantId: string): Promise<void> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  await owner.call('revokeGrant', { params: { grantId } });
  await waitFor('the access to have ended', async () => (await stateOf(edge, grantId)) === 'ended');
}
