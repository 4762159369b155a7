import type { HostAnswer, HostQuestion } from '../../contract/index.ts';
import { database } from '../db/index.ts';
import type { Env } from '../http/index.ts';
import { hostsWithWork } from './store.ts';

/** Tells a host's link that something is wanted; what gets lost on the way is repeated by alarm, cron and connect. */
export const poke = (env: Env, hostId: string, principal: string | null = null) =>
  env.HOST_LINK.getByName(hostId).poke(hostId, principal);

/** Wakes the links of all hosts that still owe a confirmation. */
export async function pokeHostsWithWork(env: Env): Promise<void> {
  const hosts = await hostsWithWork(database(env.DB));
  await Promise.all(hosts.map((host) => poke(env, host.id)));
}

type About<Q extends HostQuestion> = Extract<Extract<HostAnswer, { ok: true }>['found'], { about: Q['about'] }>;
/** An answer to this very question. */
export type AnswerTo<Q extends HostQuestion> = { ok: true; found: About<Q> } | Extract<HostAnswer, { ok: false }>;

/** Asks a host what only it can know; null when it is away, or answers something else. */
export async function askHost<Q extends HostQuestion>(env: Env, hostId: string, question: Q): Promise<AnswerTo<Q> | null> {
  const answer: HostAnswer | null = await env.HOST_LINK.getByName(hostId).ask(question);
  if (!answer?.ok) return answer;
  return answer.found.about === question.about ? { ok: true, found: answer.found as About<Q> } : null;
}
