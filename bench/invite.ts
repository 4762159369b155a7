import { type GrantSpec, ROUTES } from '../contract/index.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { type Edge, waitFor } from '../tests/support/stage/index.ts';

/** What a made grant is told apart by when its ids are swapped in a replay. */
export const GRANTEE = 'Jan Testowy';

const WHOLE_SERVER: GrantSpec = { kind: 'ftp', directory: '/', access: 'read' };

export const newGrantBody = (serviceId: string, spec: GrantSpec = WHOLE_SERVER) => ({
  serviceId,
  spec,
  grantee: { name: GRANTEE, email: 'jan@testowy.example' },
  notAfter: Date.now() + 7 * 86_400_000,
});

/** Waits until nothing is left to be sent, so that work after an answer does not slow what is measured next. */
export const mailSettled = (edge: Edge): Promise<true> =>
  waitFor(
    'the mail to be sent',
    async () => (await edge.db.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first<number>('n')) === 0,
    { every: 3 },
  );

/** Gives an access and takes the token out of the message that invites. */
export async function invite(
  edge: Edge,
  owner: ApiClient,
  serviceId: string,
  spec?: GrantSpec,
): Promise<{ id: string; token: string }> {
  const answer = await owner.call('createGrant', { body: newGrantBody(serviceId, spec) });
  if (answer.status !== 201) throw new Error(`giving access answered ${answer.status}: ${await answer.text()}`);
  const { id } = ROUTES.createGrant.responses[201].content['application/json'].schema.parse(await answer.json());
  return { id, token: await newestToken(edge) };
}

/** The token in the newest invitation, once it is out. */
export async function newestToken(edge: Edge): Promise<string> {
  await mailSettled(edge);
  const text = await edge.db
    .prepare("SELECT text FROM sent_message WHERE text LIKE '%/zaproszenie/#%' ORDER BY id DESC LIMIT 1")
    .first<string>('text');
  const token = /#([\w-]{43})/.exec(text ?? '')?.[1];
  if (!token) throw new Error('no invitation was sent');
  return token;
}
