import { env } from 'cloudflare:test';
import { expect, vi } from 'vitest';
import type { Credential, GrantView, Problem } from '../../contract/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { anApiClient } from '../support/in-worker.ts';

/*
 * Steps that every story about a grant takes, between the API and the tables.
 */

export const problem = async (response: Response) => (await response.json<Problem>()).error;
/** What is wrong with which field, as „field: code”. */
export const fieldsOf = async (response: Response) =>
  (await problem(response)).fields.map(({ field, code }) => `${field}: ${code}`);

/** Waits until nothing is left to send; requests send after they have answered. */
export const mailIsOut = () =>
  vi.waitFor(
    async () => expect(await env.DB.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first('n')).toBe(0),
    { timeout: 5000, interval: 10 },
  );

const INVITATION = "SELECT text FROM sent_message WHERE text LIKE '%/zaproszenie/#%' ORDER BY id DESC LIMIT 1";
/** The token of the newest invitation, as its recipient would get it. */
export async function newestToken(): Promise<string> {
  await mailIsOut();
  const row = await env.DB.prepare(INVITATION).first<{ text: string }>();
  return /#([\w-]{43})/.exec(row?.text ?? '')?.[1] ?? '';
}

export const claimWith = (token: string, credential: Credential, key?: string) =>
  anApiClient().call('claimInvitation', { body: { token, credential }, ...(key ? { key } : {}) });

export const principalOf = async (grantId: string) =>
  (await env.DB.prepare('SELECT principal FROM grants WHERE id = ?').bind(grantId).first<string>('principal')) ?? '';

export const readGrant = async (owner: ApiClient, grantId: string) =>
  (await owner.call('readGrant', { params: { grantId } })).json<GrantView>();

export const becomes = (owner: ApiClient, grantId: string, state: GrantView['state']) =>
  vi.waitFor(async () => expect((await readGrant(owner, grantId)).state).toBe(state), { timeout: 5000, interval: 20 });
