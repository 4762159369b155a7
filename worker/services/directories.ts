import { type ApplyFault, type DirectoryListing, type ErrorCode, isTreePath } from '../../contract/index.ts';
import { askHost } from '../hosts/index.ts';
import type { Env } from '../http/index.ts';
import type { StoredService } from './store.ts';

export type Listed = { ok: true; listing: DirectoryListing } | { ok: false; code: ErrorCode };

/** A host's refusal to list or open a directory, in the words of the API. */
const REFUSALS: Partial<Record<ApplyFault, ErrorCode>> = {
  'directory-is-link': 'directory-is-link',
  'directory-outside': 'directory-is-link',
  'directory-missing': 'directory-missing',
  'tree-missing': 'directory-missing',
};

const join = (path: string, name: string) => (path === '/' ? `/${name}` : `${path}/${name}`);

/** The directories directly in `path`, read from the host now. */
export async function readDirectories(env: Env, service: StoredService, path: string): Promise<Listed> {
  const reply = await askHost(env, service.hostId, { about: 'directories', tree: service.tree, path });
  if (!reply) return { ok: false, code: 'host-offline' };
  if (!reply.ok) return { ok: false, code: REFUSALS[reply.fault] ?? 'host-offline' };
  const directories = reply.found.entries.map(({ name, link }) => {
    const why = link ? ('directory-is-link' as const) : isTreePath(join(path, name)) ? null : ('path-invalid' as const);
    return { name, selectable: why === null, why };
  });
  return { ok: true, listing: { path, directories, truncated: reply.found.truncated } };
}

/** What stands against opening a directory; null when nothing does, or when its host is away and will judge itself. */
export async function directoryFault(env: Env, service: StoredService, directory: string): Promise<ErrorCode | null> {
  if (directory === '/') return null;
  const cut = directory.lastIndexOf('/');
  const listed = await readDirectories(env, service, directory.slice(0, cut) || '/');
  if (!listed.ok) return listed.code === 'host-offline' ? null : listed.code;
  const entry = listed.listing.directories.find(({ name }) => name === directory.slice(cut + 1));
  if (!entry) return listed.listing.truncated ? null : 'directory-missing';
  return entry.why;
}
