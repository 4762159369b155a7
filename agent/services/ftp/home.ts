import type { ApplyFault, HostAnswer } from '../../../contract/index.ts';
import { closeFolder, directoriesIn, type OpenFolder, openBelow, ownerOf, realPath } from '../../system/folders.ts';

/** Accounts below this are the system's own; a tree of theirs is not a customer's. */
const FIRST_CUSTOMER_UID = 1000;
const MOST_ENTRIES = 1000;

export type Home = { ok: true; path: string; uid: number; gid: number } | { ok: false; fault: ApplyFault };
type Opened = { ok: true; folder: OpenFolder; uid: number; gid: number } | { ok: false; fault: ApplyFault };

/** Where a granted directory really is, and whose it is; refused when it is missing, a link, or reached through one. */
export function locateHome(customersRoot: string, tree: string, directory: string): Home {
  const opened = openDirectory(customersRoot, tree, directory);
  if (!opened.ok) return opened;
  const { path } = opened.folder;
  closeFolder(opened.folder);
  // A directory moved or deleted while we looked no longer lies where it is named.
  if (path !== nameHome(realPath(customersRoot), tree, directory)) return { ok: false, fault: 'directory-outside' };
  return { ok: true, path, uid: opened.uid, gid: opened.gid };
}

/** Which directories lie directly in a directory of a customer's tree. */
export function listDirectories(customersRoot: string, tree: string, directory: string): HostAnswer {
  const opened = openDirectory(customersRoot, tree, directory);
  if (!opened.ok) return opened;
  try {
    return { ok: true, found: { about: 'directories', ...directoriesIn(opened.folder, MOST_ENTRIES) } };
  } finally {
    closeFolder(opened.folder);
  }
}

export const nameHome = (root: string, tree: string, directory: string): string =>
  `${root}/${tree}${directory === '/' ? '' : directory}`;

/** The way back from a home as it stands in access.db; null when it is not below the customers root. */
export function parseHome(root: string, home: string): { tree: string; directory: string } | null {
  if (!home.startsWith(`${root}/`)) return null;
  const [tree = '', ...rest] = home.slice(root.length + 1).split('/');
  return { tree, directory: `/${rest.join('/')}` };
}

/** Who owns a customer's tree; null when it is not there. */
export function ownerOfTree(root: string, tree: string): { uid: number; gid: number } | null {
  return tree.includes('/') || tree.startsWith('.') ? null : ownerOf(`${root}/${tree}`);
}

function openDirectory(customersRoot: string, tree: string, directory: string): Opened {
  const top = openBelow(customersRoot, [tree]);
  if (!top.ok) return { ok: false, fault: 'tree-missing' };
  const { uid, gid } = top.folder.stat;
  const { path } = top.folder;
  closeFolder(top.folder);
  if (uid < FIRST_CUSTOMER_UID || gid < FIRST_CUSTOMER_UID) return { ok: false, fault: 'tree-missing' };
  const segments = directory.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment === '.' || segment === '..')) return { ok: false, fault: 'directory-outside' };
  const walk = openBelow(path, segments);
  if (!walk.ok) return { ok: false, fault: walk.why === 'link' ? 'directory-is-link' : 'directory-missing' };
  return { ok: true, folder: walk.folder, uid, gid };
}
