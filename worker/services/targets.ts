import { type AccessSpec, type ErrorCode, type GrantSpec, isAccessSpec, isGrantableDatabase } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { askHost } from '../hosts/index.ts';
import type { Env } from '../http/index.ts';
import { belongs } from './belongs.ts';
import { directoryFault } from './directories.ts';
import { loadAssetState, type StoredService, selectDomains } from './store.ts';

type Faults = Record<string, ErrorCode>;

async function databaseFault(env: Env, db: Database, service: StoredService, database: string): Promise<ErrorCode | null> {
  if (!belongs({ tree: service.tree, domains: [] }, 'database-asset', database)) return 'database-missing';
  if (!isGrantableDatabase(database)) return 'database-not-grantable';
  const [state, reply] = await Promise.all([
    loadAssetState(db, service.hostId, 'database-asset', database),
    askHost(env, service.hostId, { about: 'databases', tree: service.tree }),
  ]);
  if (state === 'deleting') return 'database-missing';
  if (!reply?.ok) return null;
  return reply.found.databases.some(({ name }) => name === database) ? null : 'database-missing';
}

async function mailboxFault(env: Env, db: Database, service: StoredService, address: string): Promise<ErrorCode | null> {
  const [domains, state, reply] = await Promise.all([
    selectDomains(db, service.id),
    loadAssetState(db, service.hostId, 'mailbox-asset', address),
    askHost(env, service.hostId, { about: 'mailboxes', tree: service.tree }),
  ]);
  const marks = { tree: service.tree, domains: domains.map(({ domain }) => domain) };
  if (!belongs(marks, 'mailbox-asset', address) || state === 'deleting') return 'mailbox-missing';
  if (state === 'bin') return 'mailbox-in-bin';
  if (!reply?.ok) return null;
  const found = reply.found.mailboxes.find((mailbox) => mailbox.address === address);
  if (!found) return 'mailbox-missing';
  return found.active ? null : 'mailbox-in-bin';
}

/** What stands against opening something on a service, by field; null when nothing does, or when its host is away and will judge itself. */
export async function targetFault(env: Env, db: Database, service: StoredService, spec: GrantSpec): Promise<Faults | null> {
  if (!isAccessSpec(spec)) return null;
  const [field, code] = await judged(env, db, service, spec);
  return code && { [field]: code };
}

async function judged(env: Env, db: Database, service: StoredService, spec: AccessSpec): Promise<[string, ErrorCode | null]> {
  switch (spec.kind) {
    case 'ftp':
      return ['spec.directory', await directoryFault(env, service, spec.directory)];
    case 'database':
      return ['spec.database', await databaseFault(env, db, service, spec.database)];
    case 'mailbox':
      return ['spec.address', await mailboxFault(env, db, service, spec.address)];
  }
}
