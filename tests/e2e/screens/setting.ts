import type { MailboxList } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import { type Edge, signIn, visitor, waitFor } from '../../support/stage/index.ts';
import { aDelegation, aPanelInvitation, aPanelUser, aSeat } from '../kit/members.ts';
import {
  anAcceptedGrant,
  anInvitation,
  linkAfter,
  OFFICE_MAILBOX,
  revokeGrant,
  SHOP_DATABASE,
  STRONG_PASSWORD,
} from '../kit/setting.ts';
import { CESSION } from '../story/cession.ts';
import { changeRecords } from '../story/domains.ts';
import { aFormLink } from './help.ts';

const DAY = 86_400_000;
type Page = 'active' | 'requested' | 'ended' | 'invitation' | 'taken' | 'panel' | 'offboarding';
type OfKind = 'access' | 'invitation' | 'taken';
/** Addresses of the pages to show. */
export type Shelf = Readonly<
  Record<Page, string> &
    Record<'database' | 'mailbox', Record<OfKind, string>> & { cession: Record<'giver' | 'taker', string>; form: string }
>;

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
    offboarding: await someoneWhoLeft(edge),
    form: await aFormLink(edge),
    ...(await belongings(edge)),
    ...(await passing(edge)),
  };
}

/** Somebody whose access to two things was taken back at once; they had been told a shared password. */
async function someoneWhoLeft(edge: Edge): Promise<string> {
  const who = { name: 'Iwona Odchodzi', email: 'iwona@odchodzi.example' };
  const { grantId } = await anAcceptedGrant(edge, who);
  await anAcceptedGrant(edge, { ...who, spec: SHOP_DATABASE });
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const readers = { address: OFFICE_MAILBOX.address, people: [who.name] };
  await owner.call('noteMailboxReaders', { params: { serviceId: DEMO_IDS.serviceA }, body: readers });
  const { personId } = (await (await owner.call('readGrant', { params: { grantId } })).json()) as { personId: string };
  const act = await owner.call('startOffboarding', { params: { personId } });
  const { id } = (await act.json()) as { id: string };
  return `/panel/odbieranie/?id=${id}`;
}

/** A domain with records that another client looked after for a while, one that is offered, and two cessions under way. */
async function passing(edge: Edge): Promise<Pick<Shelf, 'cession'>> {
  const main = { id: DEMO_IDS.domainA, name: 'zielnik.example' };
  const record = (name: string, type: string, data: string) => ({ name, type, ttl: 3600, data });
  await changeRecords(edge, main, {
    add: [
      record('@', 'A', '192.0.2.10'),
      record('@', 'MX', '10 poczta.zielnik.example.'),
      record('@', 'TXT', 'v=spf1 mx -all'),
      record('poczta', 'A', '192.0.2.25'),
      record('sklep', 'A', '192.0.2.11'),
      record('www', 'CNAME', '@'),
      record('klucz._domainkey', 'TXT', `v=DKIM1; k=rsa; p=${'MIGfMA0GCSqGSIb3DQEB'.repeat(8)}`),
      record('żółw', 'AAAA', '2001:db8::7'),
    ],
  });
  const managed = await aDelegation(edge, main.id, 'ownerC', '100300');
  await changeRecords(edge, main, { add: [record('blog', 'CNAME', 'www')] }, 'ownerC');
  await revokeGrant(edge, managed);
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const params = { serviceId: DEMO_IDS.domainA2 };
  await owner.call('offerDelegation', { params, body: { clientNumber: '100300', notAfter: Date.now() + 30 * DAY } });
  const marek = { email: PEOPLE.ownerB.email, clientNumber: '100200' };
  const given = await aCession(edge, marek, { name: 'Iga Nowak', email: 'iga@nowa.example' });
  const token = given.link.split('#')[1];
  const address = { address: 'Lipowa 1', postcode: '70-001', city: 'Szczecin' };
  const subscriber = { type: 'company', name: 'Nowa sp. z o.o.', nip: '5260250274', regon: null, ...address };
  const accepted = await visitor(edge).call('acceptCession', { body: { token, subscriber, password: STRONG_PASSWORD } });
  if (accepted.status !== 200) throw new Error(`not accepted: ${accepted.status} ${await accepted.text()}`);
  const jan = { email: PEOPLE.ownerC.email, clientNumber: '100300' };
  const offered = await aCession(edge, jan, { name: 'Ola Nowa', email: 'ola@nowa.example' });
  return { cession: { giver: `${CESSION}?id=${given.id}`, taker: offered.link } };
}

async function aCession(
  edge: Edge,
  giver: { email: string; clientNumber: string },
  taker: { name: string; email: string },
): Promise<{ id: string; link: string }> {
  const owner = await signIn(edge, giver.email, DEMO_PASSWORD);
  const body = { kind: 'account', serviceId: null, taker, typed: giver.clientNumber };
  const answer = await owner.call('startCession', { body });
  if (answer.status !== 201) throw new Error(`not begun: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return { id, link: await linkAfter(edge, taker.email) };
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
