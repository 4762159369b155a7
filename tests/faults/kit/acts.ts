import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { type AccessSpec, type Credential, type GrantChange, type GrantView, isAccessSpec } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { type Client, ftps } from '../../support/hosting/index.ts';
import { visitor, waitFor } from '../../support/stage/index.ts';
import { FAULT_KINDS, type Program } from './kinds/index.ts';
import type { World } from './world.ts';

/** A grant and the person who can sign in with it; `client` is their FTP program. */
export type Given = { id: string; spec: AccessSpec; user: string; password: string; program: Program; client: Client };

const DAY_MS = 86_400_000;
export const SHOP = FAULT_KINDS.ftp.wide;

export type Wish = { spec?: AccessSpec; notAfter?: number | null; credential?: Credential };
export const passwordCredential = (password: string): Credential => ({ type: 'password', password });
/** Good for every kind: long enough, and drawn by chance as for databases it must be. */
export const aPassword = (): string => `Aa1${randomBytes(24).toString('hex')}`;

/** The body of a confirmed grant: one whose credentials the page shows once, or one that invites somebody. */
export const newGrant = (
  { spec = SHOP, notAfter = Date.now() + 7 * DAY_MS, credential }: Wish = {},
  email = 'jan@it.example',
) => ({
  serviceId: DEMO_IDS.serviceA,
  spec,
  grantee: { name: 'Jan Kowalski', email: credential ? null : email },
  notAfter,
  ...(credential ? { credential } : {}),
});

/** Gives access with a password that only the test knows: at once where the owner may set it, else by an invitation that is accepted. */
export async function give(world: World, wish: Omit<Wish, 'credential'> = {}): Promise<Given> {
  const password = aPassword();
  const byInvitation = wish.spec?.kind === 'mailbox';
  const email = `jan-${crypto.randomUUID()}@it.example`;
  const body = newGrant(byInvitation ? wish : { ...wish, credential: passwordCredential(password) }, email);
  const answer = await world.owner.call('createGrant', { body });
  expect(answer.status).toBe(201);
  const view = (await answer.json()) as GrantView;
  if (byInvitation) await claim(world, email, password);
  return givenFrom(world, byInvitation ? await read(world.owner, view) : view, password);
}

async function claim({ edge }: World, email: string, password: string): Promise<void> {
  await edge.runCron();
  const message = await waitFor('the message', () =>
    edge.db.prepare('SELECT text FROM sent_message WHERE recipient = ?').bind(email).first<{ text: string }>(),
  );
  const token = /#([\w-]{43})/.exec(message.text)?.[1] ?? '';
  const answer = await visitor(edge).call('claimInvitation', { body: { token, credential: passwordCredential(password) } });
  expect(answer.status).toBe(200);
}

export async function givenFrom(
  { hosting }: World,
  { id, spec, connection }: Pick<GrantView, 'id' | 'spec' | 'connection'>,
  password: string,
): Promise<Given> {
  if (!isAccessSpec(spec)) throw new Error(`nobody signs in to a host with ${spec.kind}`);
  const user = connection?.user ?? '';
  const program = FAULT_KINDS[spec.kind].program(hosting, user, password);
  return { id, spec, user, password, program, client: ftps(hosting, user, password) };
}

export async function read(owner: ApiClient, { id }: Pick<Given, 'id'>): Promise<GrantView> {
  return (await (await owner.call('readGrant', { params: { grantId: id } })).json()) as GrantView;
}

export async function change(world: World, grant: Given, wish: Omit<GrantChange, 'version'>): Promise<void> {
  const { version } = await read(world.owner, grant);
  const answer = await world.owner.call('changeGrant', { params: { grantId: grant.id }, body: { version, ...wish } });
  expect(answer.status).toBe(200);
}

export async function revoke(world: World, grant: Given): Promise<void> {
  expect((await world.owner.call('revokeGrant', { params: { grantId: grant.id } })).status).toBe(200);
}

/** Waits until the grant's page says so. */
export const becomes = (world: World, grant: Pick<Given, 'id'>, state: GrantView['state'], ms = 20_000): Promise<GrantView> =>
  waitFor(
    `the grant to be ${state}`,
    async () => {
      const view = await read(world.owner, grant);
      return view.state === state ? view : null;
    },
    { ms },
  );

/** Gives access and waits until it is in force. */
export async function active(world: World, wish: Omit<Wish, 'credential'> = {}): Promise<Given> {
  const grant = await give(world, wish);
  await becomes(world, grant, 'active');
  return grant;
}

export const signsIn = ({ program }: Pick<Given, 'program'>) => program.signIn();
