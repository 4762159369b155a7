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

/** Asks a host which directories lie directly in one; null when it is away. */
export const askDirectories = (env: Env, hostId: string, tree: string, path: string) =>
  env.HOST_LINK.getByName(hostId).directories(tree, path);
