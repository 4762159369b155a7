import { expect } from 'vitest';
import type { Credential, GrantChange, GrantSpec, GrantView } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { type Client, ftps } from '../../support/hosting/index.ts';
import { waitFor } from '../../support/stage/index.ts';
import type { World } from './world.ts';

/** A grant and the person who can sign in with it. */
export type Given = { id: string; user: string; password: string; client: Client };

const DAY_MS = 86_400_000;
export const SHOP = { kind: 'ftp', directory: '/public_html/sklep', access: 'write' } as const satisfies GrantSpec;

export type Wish = { spec?: GrantSpec; notAfter?: number | null; credential?: Credential };
export const passwordCredential = (password: string): Credential => ({ type: 'password', password });
export const aPassword = (): string => `Klucz-${crypto.randomUUID()}`;

/** The body of a confirmed grant whose credentials the page shows once. */
export const newGrant = ({ spec = SHOP, notAfter = Date.now() + 7 * DAY_MS, credential }: Wish = {}) => ({
  serviceId: DEMO_IDS.serviceA,
  spec,
  grantee: { name: 'Jan Kowalski', email: credential ? null : 'jan@it.example' },
  notAfter,
  ...(credential ? { credential } : {}),
});

/** Gives access at once, with a password that only the test knows. */
export async function give(world: World, wish: Omit<Wish, 'credential'> = {}): Promise<Given> {
  const password = aPassword();
  const answer = await world.owner.call('createGrant', { body: newGrant({ ...wish, credential: passwordCredential(password) }) });
  expect(answer.status).toBe(201);
  return givenFrom(world, (await answer.json()) as GrantView, password);
}

export async function givenFrom(world: World, view: Pick<GrantView, 'id' | 'connection'>, password: string): Promise<Given> {
  const user = view.connection?.user ?? '';
  return { id: view.id, user, password, client: ftps(world.hosting, user, password) };
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

/** curl's word for a sign-in that was refused. */
const LOGIN_DENIED = 67;
export const signsIn = async ({ client }: Pick<Given, 'client'>): Promise<'in' | 'refused' | string> => {
  const { code, stderr } = await client.list();
  return code === 0 ? 'in' : code === LOGIN_DENIED ? 'refused' : `curl ${code}: ${stderr}`;
};
