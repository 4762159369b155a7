import { databasePrefix, type ErrorCode, type GrantSpec, isGrantableDatabase } from '../../contract/index.ts';
import { askHost } from '../hosts/index.ts';
import type { Env } from '../http/index.ts';
import { directoryFault } from './directories.ts';
import type { StoredService } from './store.ts';

type Faults = Record<string, ErrorCode>;

async function databaseFault(env: Env, service: StoredService, database: string): Promise<ErrorCode | null> {
  if (!database.startsWith(databasePrefix(service.tree))) return 'database-missing';
  if (!isGrantableDatabase(database)) return 'database-not-grantable';
  const reply = await askHost(env, service.hostId, { about: 'databases', tree: service.tree });
  if (!reply?.ok) return null;
  return reply.found.databases.some(({ name }) => name === database) ? null : 'database-missing';
}

async function mailboxFault(env: Env, service: StoredService, address: string): Promise<ErrorCode | null> {
  const reply = await askHost(env, service.hostId, { about: 'mailboxes', tree: service.tree });
  if (!reply?.ok) return null;
  return reply.found.mailboxes.some((mailbox) => mailbox.address === address && mailbox.active) ? null : 'mailbox-missing';
}

/** What stands against opening something on a service, by field; null when nothing does, or when its host is away and will judge itself. */
export async function targetFault(env: Env, service: StoredService, spec: GrantSpec): Promise<Faults | null> {
  const [field, code] = await judged(env, service, spec);
  return code && { [field]: code };
}

async function judged(env: Env, service: StoredService, spec: GrantSpec): Promise<[string, ErrorCode | null]> {
  switch (spec.kind) {
    case 'ftp':
      return ['spec.directory', await directoryFault(env, service, spec.directory)];
    case 'database':
      return ['spec.database', await databaseFault(env, service, spec.database)];
    case 'mailbox':
      return ['spec.address', await mailboxFault(env, service, spec.address)];
  }
}
