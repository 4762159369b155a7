import type { MailboxList } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import { type Edge, signIn, waitFor } from '../../support/stage/index.ts';
import { aPanelInvitation, aPanelUser, aSeat } from '../kit/members.ts';
import { anAcceptedGrant, anInvitation, OFFICE_MAILBOX, revokeGrant, SHOP_DATABASE } from '../kit/setting.ts';

const DAY = 86_400_000;
type Page = 'active' | 'requested' | 'ended' | 'invitation' | 'taken' | 'panel';
type OfKind = 'access' | 'invitation' | 'taken';
/** Addresses of the pages to show. */
export type Shelf = Readonly<Record<Page, string> & Record<'database' | 'mailbox', Record<OfKind, string>>>;

const accessPage = (grantId: string) => `/panel/dostep/?id=${grantId}`;

/** An account as it looks after some weeks: somebody works, somebody was asked, somebody is done. */
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
  await revokeGrant(edge, done.grantId);
  return {
    active: accessPage(active.grantId),
    requested: accessPage(requested.grantId),
    ended: accessPage(done.grantId),
    invitation: requested.link,
    taken: active.link,
    panel: await people(edge),
    ...(await belongings(edge)),
  };
}

/** Somebody who looks after a licence service, somebody who uses it, and the link of somebody who is only invited. */
async function people(edge: Edge): Promise<string> {
  const keeper = { name: 'Oda Opiekunka', email: 'oda@zielnik.example' };
  await aPanelUser(edge, { ...keeper, role: 'user' });
  await aSeat(edge, DEMO_IDS.antivirusA, { ...keeper, role: 'administrator' });
  await aSeat(edge, DEMO_IDS.antivirusA, { name: 'Magda z biura', email: 'magda@zielnik.example', role: 'user' });
  return aPanelInvitation(edge, { name: 'Igor Wspólnik', email: 'igor@zielnik.example', role: 'administrator' });
}

/** A database and a mailbox that others work with, and a mailbox in the bin. */
async function belongings(edge: Edge): Promise<Pick<Shelf, 'database' | 'mailbox'>> {
  const shop = { name: 'Agencja Kropka', email: 'praca@kropka.example' };
  const database = await anAcceptedGrant(edge, { ...shop, spec: { ...SHOP_DATABASE, access: 'write' } });
  const asked = await anInvitation(edge, { ...shop, spec: { ...SHOP_DATABASE, database: 'zielnik_blog' } });
  const office = { name: 'Biuro Bilans', email: 'ksiegowa@bilans.example' };
  const mailbox = await anAcceptedGrant(edge, { ...office, spec: OFFICE_MAILBOX });
  const offered = await anInvitation(edge, { ...office, spec: { ...OFFICE_MAILBOX, address: 'sklep@zielnik.example' } });
  await binMailbox(edge, 'lato');
  return {
    database: { access: accessPage(database.grantId), invitation: asked.link, taken: database.link },
    mailbox: { access: accessPage(mailbox.grantId), invitation: offered.link, taken: mailbox.link },
  };
}

async function binMailbox(edge: Edge, local: string): Promise<void> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const params = { serviceId: DEMO_IDS.serviceA };
  const address = `${local}@zielnik.example`;
  const stateIs = (wanted: string) =>
    waitFor(`${address} to be ${wanted}`, async () => {
      const { mailboxes } = (await (await owner.call('listMailboxes', { params })).json()) as MailboxList;
      return mailboxes.some((mailbox) => mailbox.address === address && mailbox.state === wanted);
    });
  await owner.call('createMailbox', { params, body: { local, domain: 'zielnik.example', password: DEMO_PASSWORD } });
  await stateIs('ready');
  await owner.call('deleteMailbox', { params, body: { address, typed: address } });
  await stateIs('bin');
}
