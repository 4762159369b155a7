import type { GrantSpec } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import type { DatabaseServer, MailServer } from '../../support/programs/index.ts';
import type { Edge, Stage } from '../../support/stage/index.ts';
import { signIn, visitor, waitFor } from '../../support/stage/index.ts';

/** What tests begin from, made through the API as the site would make it. */
export type GrantSetting = {
  name?: string;
  email?: string;
  /** What is opened; of files, `directory` and `access` say it as well. */
  spec?: GrantSpec;
  directory?: string;
  access?: 'read' | 'write';
  serviceId?: string;
  notAfter?: number | null;
};

const DAY = 86_400_000;
export const STRONG_PASSWORD = 'kogut-jezioro-zegar-47';
/** MariaDB takes only passwords that a program made. */
export const GENERATED_PASSWORD = 'Ab3dEfGhJk5mNpQrStUvWx7z';

/** The demo's things that tests open to others. Beside the database stands `zielnikXsklep`, which is nobody's. */
export const SHOP_DATABASE = { kind: 'database', database: 'zielnik_sklep', access: 'read' } as const satisfies GrantSpec;
export const OFFICE_MAILBOX = {
  kind: 'mailbox',
  address: 'biuro@zielnik.example',
  access: 'read',
} as const satisfies GrantSpec;

/** An access that waits to be accepted; the id of the grant and the link that the message brought. */
export async function anInvitation(
  edge: Edge,
  setting: GrantSetting = {},
): Promise<{ grantId: string; link: string; email: string; spec: GrantSpec }> {
  const {
    directory = '/public_html/blog',
    access = 'read',
    spec = { kind: 'ftp', directory, access },
    serviceId = DEMO_IDS.serviceA,
    notAfter = Date.now() + 7 * DAY,
  } = setting;
  const email = setting.email ?? `osoba-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const before = await newestMessage(edge, email);
  const grantee = { name: setting.name ?? 'Studio Pędzel', email };
  const answer = await owner.call('createGrant', { body: { serviceId, spec, grantee, notAfter } });
  if (answer.status !== 201) throw new Error(`no grant: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return { grantId: id, link: await linkAfter(edge, email, before), email, spec };
}

/** An access that was accepted and is in force, and what its person types into their program. */
export async function anAcceptedGrant(
  edge: Edge,
  setting: GrantSetting = {},
): Promise<{ grantId: string; link: string; user: string; password: string }> {
  const { grantId, link, spec } = await anInvitation(edge, setting);
  const password = spec.kind === 'database' ? GENERATED_PASSWORD : STRONG_PASSWORD;
  await claim(edge, link, password);
  await waitFor('the access to be in force', async () => (await stateOf(edge, grantId)) === 'active');
  return { grantId, link, user: await userOf(edge, grantId), password };
}

export async function claim(edge: Edge, link: string, password = STRONG_PASSWORD): Promise<void> {
  const credential = { type: 'password', password };
  const answer = await visitor(edge).call('claimInvitation', { body: { token: link.split('#')[1], credential } });
  if (answer.status !== 200) throw new Error(`not claimed: ${answer.status} ${await answer.text()}`);
}

export async function revokeGrant(edge: Edge, grantId: string): Promise<void> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const answer = await owner.call('revokeGrant', { params: { grantId } });
  if (answer.status !== 200) throw new Error(`not taken back: ${answer.status} ${await answer.text()}`);
  await waitFor('the access to have ended', async () => (await stateOf(edge, grantId)) === 'ended', { ms: 20_000 });
}

export const stateOf = (edge: Edge, grantId: string) => columnOf(edge, grantId, 'state');
const userOf = async (edge: Edge, grantId: string) => (await columnOf(edge, grantId, 'principal')) ?? '';

async function columnOf(edge: Edge, grantId: string, column: 'state' | 'principal'): Promise<string | undefined> {
  const row = await edge.db
    .prepare(`SELECT ${column} AS is_now FROM grants WHERE id = ?`)
    .bind(grantId)
    .first<{ is_now: string }>();
  return row?.is_now;
}

/** Where database programs connect to. */
export function databaseServer({ hosting }: Stage): DatabaseServer {
  if (!hosting?.mariadb) throw new Error('this stage has no MariaDB');
  return { port: hosting.mariadb.port, certificate: hosting.mariadb.paths.certificate };
}

/** Where mail programs connect to. */
export function mailServer({ hosting }: Stage): MailServer {
  if (!hosting?.dovecot) throw new Error('this stage has no Dovecot');
  return { imapsPort: hosting.dovecot.imapsPort, certificate: hosting.dovecot.paths.certificate };
}

/** After which a link is to be looked for. */
export const newestMessage = async (edge: Edge, email: string): Promise<number> => {
  const row = await edge.db
    .prepare('SELECT max(id) AS id FROM sent_message WHERE recipient = ?')
    .bind(email)
    .first<{ id: number }>();
  return row?.id ?? 0;
};

/** The link in the first message to this address after another one. */
export const linkAfter = (edge: Edge, email: string, before = 0): Promise<string> =>
  waitFor(`a message to ${email}`, async () => {
    const row = await edge.db
      .prepare('SELECT text FROM sent_message WHERE recipient = ? AND id > ? ORDER BY id LIMIT 1')
      .bind(email, before)
      .first<{ text: string }>();
    return row && /https?:\/\/\S+#\S+/.exec(row.text)?.[0];
  });

/** Makes everybody's proof of the password older than any dangerous act accepts. */
export const agePasswordProofs = (edge: Edge) => edge.db.prepare('UPDATE session SET proved_at = proved_at - 3600000').run();

/** What an expired session looks like from outside: it is gone. */
export const endSessions = (edge: Edge) => edge.db.prepare('DELETE FROM session').run();
