import type { z } from 'zod';
import { enrolAnswer, type enrolRequest, problem } from '../../contract/index.ts';
import { type AgentConfig, identityPath, type Read, VERSION } from '../config.ts';
import { makeKeyPair } from '../link/index.ts';
import { makePrivateFolder, writePrivate } from '../system/files.ts';

/** Makes this host's key pair, trades the one-time token for a host id, and keeps both for root alone. */
export async function enrol(config: AgentConfig, token: string, send: typeof fetch = fetch): Promise<Read<{ hostId: string }>> {
  const pair = makeKeyPair();
  const body: z.infer<typeof enrolRequest> = { token, publicKey: pair.publicKey, version: VERSION };
  const answered = await post(new URL('/agent/v1/enrol', config.url), body, send);
  if (!answered.ok) return answered;
  const { response, json } = answered.value;
  if (!response.ok) {
    const refusal = problem.safeParse(json);
    return { ok: false, why: refusal.success ? refusal.data.error.message : `Klucznik odmówił (HTTP ${response.status}).` };
  }
  const answer = enrolAnswer.safeParse(json);
  if (!answer.success) return { ok: false, why: 'Odpowiedź Klucznika jest niezrozumiała. Sprawdź adres i wersję agenta.' };
  makePrivateFolder(config.stateDir);
  writePrivate(identityPath(config), JSON.stringify({ hostId: answer.data.hostId, privateKey: pair.privateKey }));
  return { ok: true, value: answer.data };
}

async function post(url: URL, body: unknown, send: typeof fetch): Promise<Read<{ response: Response; json: unknown }>> {
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const text = await response.text();
    return { ok: true, value: { response, json: text.startsWith('{') ? JSON.parse(text) : null } };
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : error instanceof Error ? error.message : '';
    return { ok: false, why: `Nie udało się połączyć z ${url.origin}${cause ? ` (${cause})` : ''}. Sprawdź adres i połączenie.` };
  }
}
