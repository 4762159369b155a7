import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import type { Edge } from '../../support/stage/index.ts';
import { signIn, visitor, waitFor } from '../../support/stage/index.ts';

/** What tests begin from, made through the API as the site would make it. */
export type GrantSetting = {
  name?: string;
  email?: string;
  directory?: string;
  access?: 'read' | 'write';
  serviceId?: string;
  notAfter?: number | null;
};

const DAY = 86_400_000;
export const STRONG_PASSWORD = 'kogut-jezioro-zegar-47';

/** An access that waits to be accepted; the id of the grant and the link that the message brought. */
export async function anInvitation(
  edge: Edge,
  setting: GrantSetting = {},
): Promise<{ grantId: string; link: string; email: string }> {
  const {
    directory = '/public_html/blog',
    access = 'read',
    serviceId = DEMO_IDS.serviceA,
    notAfter = Date.now() + 7 * DAY,
  } = setting;
  const email = setting.email ?? `osoba-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const before = await newestMessage(edge, email);
  const answer = await owner.call('createGrant', {
    body: {
      serviceId,
      spec: { kind: 'ftp', directory, access },
      grantee: { name: setting.name ?? 'Studio Pędzel', email },
      notAfter,
    },
  });
  if (answer.status !== 201) throw new Error(`no grant: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return { grantId: id, link: await linkAfter(edge, email, before), email };
}

/** An access that was accepted; with an agent at work it is in force by now. */
export async function anAcceptedGrant(edge: Edge, setting: GrantSetting = {}): Promise<{ grantId: string; link: string }> {
  const { grantId, link } = await anInvitation(edge, setting);
  await claim(edge, link);
  await waitFor('the access to be in force', async () => (await stateOf(edge, grantId)) === 'active');
  return { grantId, link };
}

export async function claim(edge: Edge, link: string): Promise<void> {
  const credential = { type: 'password', password: STRONG_PASSWORD };
  const answer = await visitor(edge).call('claimInvitation', { body: { token: link.split('#')[1], credential } });
  if (answer.status !== 200) throw new Error(`not claimed: ${answer.status} ${await answer.text()}`);
}

export async function stateOf(edge: Edge, grantId: string): Promise<string | undefined> {
  const row = await edge.db.prepare('SELECT state FROM grants WHERE id = ?').bind(grantId).first<{ state: string }>();
  return row?.state;
}

const newestMessage = async (edge: Edge, email: string): Promise<number> => {
  const row = await edge.db
    .prepare('SELECT max(id) AS id FROM sent_message WHERE recipient = ?')
    .bind(email)
    .first<{ id: number }>();
  return row?.id ?? 0;
};

/** The link in the first message to this address after another one. */
const linkAfter = (edge: Edge, email: string, before: number): Promise<string> =>
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
