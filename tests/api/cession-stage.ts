import { env } from 'cloudflare:test';
import { expect, vi } from 'vitest';
import type { CessionView, GrantView } from '../../contract/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { aHost, anAccount } from '../support/build/index.ts';
import { anApiClient, planted, signedIn } from '../support/in-worker.ts';

/* Two accounts, of which one is to change hands, and the steps that every story about it takes. */

export const COMPANY = {
  type: 'company',
  name: 'Nowa sp. z o.o.',
  nip: '526-025-02-74',
  regon: '000331501',
  address: 'Lipowa 1',
  postcode: '70-001',
  city: 'Szczecin',
};
export const NEW_PASSWORD = 'Zupelnie-Nowe-Haslo-8';
export const TAKER = { name: 'Tomasz Nowy', email: 'tomasz@nowa.test' };

/** Account `id` with everything that can stand in it; `who` begins the addresses of its people. */
export async function anAccountWithAll(id: string, number: string): Promise<ApiClient> {
  const mail = (who: string) => `${who}@${id}.test`;
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id, name: `Firma ${id}`, clientNumber: number })
      .withOwner({ id: `anna-${id}`, email: mail('anna'), name: 'Anna Stara' })
      .withAdministrator({ id: `adam-${id}`, email: mail('adam'), name: 'Adam Administrator' })
      .with('user', { id: `ula-${id}`, email: mail('ula'), name: 'Ula Użytkowniczka' })
      .withHosting({ id: `s-${id}`, hostId: 'h1' })
      .withLicence({ id: `l-${id}`, seats: 5 })
      .withDomain({ id: `d-${id}`, domain: `${id}.test`, hostId: 'h1' })
      .rows(),
  );
  return signedIn(mail('anna'));
}

/** Makes a grant row as the worker would have left it, without its road. */
export async function aGrant(over: {
  id: string;
  accountId: string;
  kind: GrantView['spec']['kind'];
  state: GrantView['state'];
  serviceId: string;
  hostId: string;
  spec: object;
  toAccountId?: string;
  memberId?: string;
  email?: string;
}): Promise<void> {
  const { id, accountId, kind, state, serviceId, hostId, spec, toAccountId = null, memberId, email = `${id}@osoba.test` } = over;
  const onHost = state !== 'requested' && hostId !== 'edge' && kind !== 'delegation';
  const bind = (sql: string, ...params: unknown[]) => env.DB.prepare(sql).bind(...params);
  await env.DB.batch([
    bind(
      `INSERT INTO grants (id, account_id, service_id, kind, spec, state, grantee_name, grantee_email, person_key, host_id, principal, gen,
       owner_epoch, created_by, created_by_name, created_at, to_account_id, op)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?1, ?7, ?7, ?8, ?1, ?9, 1, ?10, 'Anna', 1, ?11, 'planted')`,
      ...[
        id,
        accountId,
        serviceId,
        kind,
        JSON.stringify(spec),
        state,
        email,
        hostId,
        onHost ? 1 : 0,
        `anna-${accountId}`,
        toAccountId,
      ],
    ),
    ...(onHost
      ? [
          bind(
            "INSERT INTO desired (host_id, kind, principal, grant_id, gen, acked_gen, state, digest, hash) VALUES (?1, ?2, ?3, ?3, 1, 1, '{}', 'x', 'h')",
            ...[hostId, kind, id],
          ),
        ]
      : []),
    ...(kind === 'panel-user' || kind === 'ftp'
      ? [
          bind(
            "INSERT INTO invitation (id, grant_id, purpose, state, expires_at, created_at, op) VALUES (?1, ?2, 'access', ?3, ?4, 1, 'planted')",
            ...[`i-${id}`, id, state === 'requested' ? 'open' : 'used', Date.now() + 86_400_000],
          ),
        ]
      : []),
    ...(memberId
      ? [
          bind(
            "INSERT INTO user (id, email, name, password_hash, created_at) VALUES (?1, ?2, ?1, 'x', 1) ON CONFLICT DO NOTHING",
            ...[memberId, email],
          ),
          bind(
            'INSERT INTO membership (user_id, account_id, role, grant_id) VALUES (?1, ?2, ?3, ?4)',
            ...[memberId, accountId, 'administrator', id],
          ),
        ]
      : []),
  ]);
}

export const codeOf = async (response: Response) => (await response.json<{ error: { code: string } }>()).error.code;
export const view = (response: Response) => response.json<CessionView>();

export const rowsOf = async (sql: string, ...params: unknown[]) =>
  (
    await env.DB.prepare(sql)
      .bind(...params)
      .all<Record<string, unknown>>()
  ).results;

/** The token of the newest link to a cession that was sent to an address. */
export const tokenFor = (email: string): Promise<string> =>
  vi.waitFor(
    async () => {
      expect(await env.DB.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first('n')).toBe(0);
      const text = await env.DB.prepare(
        "SELECT text FROM sent_message WHERE recipient = ? AND text LIKE '%/cesja/#%' ORDER BY id DESC",
      )
        .bind(email)
        .first<string>('text');
      const token = /\/cesja\/#([\w-]{43})/.exec(text ?? '')?.[1];
      if (!token) throw new Error('no link yet');
      return token;
    },
    { timeout: 5000, interval: 20 },
  );

export const start = async (owner: ApiClient, number: string, taker = TAKER) =>
  view(await owner.call('startCession', { body: { kind: 'account', serviceId: null, taker, typed: number } }));

/** The one who takes over accepts with a new sign-in. */
export async function accepts(email: string): Promise<{ taker: ApiClient; cession: CessionView; token: string }> {
  const taker = anApiClient();
  const token = await tokenFor(email);
  const response = await taker.call('acceptCession', { body: { token, subscriber: COMPANY, password: NEW_PASSWORD } });
  expect(response.status).toBe(200);
  return { taker, cession: await view(response), token };
}

export const read = async (side: ApiClient, cessionId: string) => view(await side.call('readCession', { params: { cessionId } }));

/** The owner says of all that may stay what becomes of it. */
export async function decideAll(
  owner: ApiClient,
  cessionId: string,
  what: (item: CessionView['items'][number]) => 'keep' | 'end',
): Promise<CessionView> {
  const { items, version } = await read(owner, cessionId);
  const decisions = items.filter(({ mayStay }) => mayStay).map((item) => ({ id: item.id, decision: what(item) }));
  return view(await owner.call('decideCession', { params: { cessionId }, body: { version, decisions } }));
}

export const confirms = (side: ApiClient, { id, version }: Pick<CessionView, 'id' | 'version'>) =>
  side.call('confirmCession', { params: { cessionId: id }, body: { version } });
