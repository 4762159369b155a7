import { database } from '../db/index.ts';
import type { Env } from '../http/index.ts';
import { listFileHosts } from './store.ts';

export { mountFiles } from './routes.ts';

/**
 * Makes every ticket to an account's files worthless, and cuts off what they began; whoever still may asks for a new one.
 * A host that is away cannot be told: there, a ticket runs out by itself.
 */
export async function voidFileTickets(env: Env, accountId: string): Promise<void> {
  const hosts = await listFileHosts(database(env.DB), accountId);
  await Promise.all(hosts.map((hostId) => env.HOST_LINK.getByName(hostId).voidTickets(accountId)));
}
