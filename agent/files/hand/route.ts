import type { FileRight } from '../../../contract/files/index.ts';
import { binEntries, destroyItem, emptyBin, restoreItem, showBin } from './acts/bin.ts';
import { sendContent } from './acts/content.ts';
import { copyEntries } from './acts/copies.ts';
import { download } from './acts/download.ts';
import { listEntries } from './acts/entries.ts';
import { makeFolder } from './acts/folders.ts';
import { moveEntries } from './acts/moves.ts';
import { setPermissions } from './acts/permissions.ts';
import { saveContent } from './acts/save.ts';
import { searchNames } from './acts/search.ts';
import { beginUpload, continueUpload, endUpload, tellUpload } from './acts/uploads.ts';
import type { Act } from './asked.ts';

type Route = { method: string; path: RegExp; right: FileRight; act: Act };

/** `{id}` stands for one name of ours. */
const on = (method: string, path: string, right: FileRight, act: Act): Route => ({
  method,
  path: new RegExp(`^${path.replace('{id}', '(?<id>[a-z0-9-]{8,64})')}$`),
  right,
  act,
});

/** What a hand does; paths stand below FILES_BASE. */
const ROUTES: readonly Route[] = [
  on('GET', '/entries', 'read', listEntries),
  on('GET', '/content', 'read', sendContent),
  on('HEAD', '/content', 'read', sendContent),
  on('PUT', '/content', 'write', saveContent),
  on('POST', '/download', 'read', download),
  on('GET', '/search', 'read', searchNames),
  on('POST', '/folders', 'write', makeFolder),
  on('POST', '/moves', 'write', moveEntries),
  on('POST', '/copies', 'write', copyEntries),
  on('POST', '/permissions', 'write', setPermissions),
  on('POST', '/bin', 'write', binEntries),
  on('GET', '/bin', 'read', showBin),
  on('DELETE', '/bin', 'write', emptyBin),
  on('POST', '/bin/{id}/restoring', 'write', restoreItem),
  on('DELETE', '/bin/{id}', 'write', destroyItem),
  on('POST', '/uploads', 'write', beginUpload),
  on('HEAD', '/uploads/{id}', 'write', tellUpload),
  on('PATCH', '/uploads/{id}', 'write', continueUpload),
  on('DELETE', '/uploads/{id}', 'write', endUpload),
];

export type Found = { act: Act; right: FileRight; id: string };

/** Who answers a request; null when nobody does. */
export function findAct(method: string, path: string): Found | null {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match) return { act: route.act, right: route.right, id: match.groups?.id ?? '' };
  }
  return null;
}
