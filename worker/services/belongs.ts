import { type AssetKind, databasePrefix } from '../../contract/index.ts';

/** What of a service's tells its databases and mailboxes from those of others on the same host. */
export interface Marks {
  tree: string;
  domains: readonly string[];
}

/** True when something of this name can be the service's: a database with its prefix, a mailbox of one of its domains. */
export const belongs = ({ tree, domains }: Marks, kind: AssetKind, name: string): boolean =>
  kind === 'database-asset' ? name.startsWith(databasePrefix(tree)) : domains.includes(name.slice(name.lastIndexOf('@') + 1));
