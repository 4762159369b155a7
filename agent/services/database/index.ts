import { DatabaseAccess } from './access-service.ts';
import { Accounts } from './accounts.ts';
import { DatabaseAssets } from './asset-service.ts';
import { type DatabaseSize, Databases } from './databases.ts';
import { orFault } from './faults.ts';
import { Server } from './server.ts';

export { describeDatabaseEndpoint } from './endpoint.ts';
export { examineDatabases } from './examine.ts';

export type DatabaseOptions = { socket: string };
export type DatabaseListing =
  | { ok: true; databases: DatabaseSize[] }
  | Extract<Awaited<ReturnType<DatabaseAssets['remove']>>, { ok: false }>;

/** Both kinds that live in MariaDB, over one pool of connections. MariaDB need not run yet. */
export function openDatabaseServices({ socket }: DatabaseOptions) {
  const server = new Server(socket);
  const databases = new Databases(server);
  const access = new DatabaseAccess(server, new Accounts(server), databases);
  return {
    access,
    assets: new DatabaseAssets(server, databases, access),
    /** Every database of a customer, whoever made it, with its size. */
    list: (tree: string): Promise<DatabaseListing> =>
      orFault(async () => ({ ok: true as const, databases: await databases.list(tree) })),
    close: () => server.close(),
  };
}
