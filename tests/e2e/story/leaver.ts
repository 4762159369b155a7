import type { GrantSpec } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import { lftp } from '../../support/hosting/index.ts';
import { type SignedIn, signsInToDatabase, signsInToMailbox } from '../../support/programs/index.ts';
import { type Edge, type Stage, signIn, waitFor } from '../../support/stage/index.ts';
import { aDelegation, aPanelInvitation, aSeat } from '../kit/members.ts';
import { anAcceptedGrant, databaseServer, mailServer, OFFICE_MAILBOX, SHOP_DATABASE } from '../kit/setting.ts';

/** Another client of the provider who is let into everything of Zielnik's at once. */
export interface Leaver {
  as: 'ownerB' | 'ownerC';
  clientNumber: string;
}
type Opened = 'ftp' | 'database' | 'mailbox';
/** Their own programs, with what they were told. */
export type Programs = Record<Opened, () => Promise<SignedIn>>;

/** Files, a database, a mailbox, a licence, a domain and the Panel, all in force; and the office mailbox's own password told to them. */
export async function letIntoEverything(stage: Stage, { as, clientNumber }: Leaver): Promise<Programs> {
  const { edge } = stage;
  const person = PEOPLE[as];
  const who = { name: person.name, email: person.email };
  await aDelegation(edge, DEMO_IDS.domainA, as, clientNumber);
  const give = (spec: GrantSpec) => anAcceptedGrant(edge, { ...who, spec });
  const files = await give({ kind: 'ftp', directory: '/public_html/sklep', access: 'write' });
  const database = await give({ ...SHOP_DATABASE, access: 'write' });
  const mailbox = await give({ ...OFFICE_MAILBOX, access: 'write' });
  await aSeat(edge, DEMO_IDS.officeA, { ...who, role: 'user' });
  await joinPanel(edge, as);
  await tellPassword(edge, who.name);
  await waitFor('the licence to be in force', async () => (await seatOf(edge, who.email)) === 'active', { ms: 20_000 });
  return {
    ftp: () => signsInToFiles(stage, files.user, files.password),
    database: () => signsInToDatabase(databaseServer(stage), database.user, database.password),
    mailbox: () => signsInToMailbox(mailServer(stage), mailbox.user, mailbox.password),
  };
}

async function joinPanel(edge: Edge, as: Leaver['as']): Promise<void> {
  const { name, email } = PEOPLE[as];
  const token = (await aPanelInvitation(edge, { name, email, role: 'user' })).split('#')[1];
  const guest = await signIn(edge, email, DEMO_PASSWORD);
  const answer = await guest.call('acceptPanelInvitation', { body: { token, password: null } });
  if (answer.status !== 200) throw new Error(`not joined: ${answer.status} ${await answer.text()}`);
}

async function tellPassword(edge: Edge, name: string): Promise<void> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const params = { serviceId: DEMO_IDS.serviceA };
  const body = { address: OFFICE_MAILBOX.address, people: [name] };
  const answer = await owner.call('noteMailboxReaders', { params, body });
  if (answer.status !== 200) throw new Error(`not noted: ${answer.status} ${await answer.text()}`);
}

async function seatOf(edge: Edge, email: string): Promise<string | undefined> {
  const row = await edge.db
    .prepare("SELECT state FROM grants WHERE kind = 'seat' AND grantee_email = ? ORDER BY created_at DESC LIMIT 1")
    .bind(email)
    .first<{ state: string }>();
  return row?.state;
}

/** lftp's own words for a sign-in that was refused. */
const REFUSED = /Login failed|530/;

async function signsInToFiles({ hosting }: Stage, user: string, password: string): Promise<SignedIn> {
  if (!hosting) throw new Error('this stage has no hosting server');
  const { code, stderr } = await lftp(hosting, user, password, 'cls', 'bye');
  return code === 0 ? 'in' : REFUSED.test(stderr) ? 'refused' : `lftp ${code}: ${stderr}`;
}

/** True while this person may still choose Zielnik as their account. */
export async function isInPanel(edge: Edge, as: Leaver['as']): Promise<boolean> {
  const guest = await signIn(edge, PEOPLE[as].email, DEMO_PASSWORD);
  const session = (await (await guest.call('readSession')).json()) as { accounts: { id: string }[] };
  return session.accounts.some(({ id }) => id === DEMO_IDS.accountA);
}
