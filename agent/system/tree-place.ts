import { chmodSync, chownSync, closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync } from 'node:fs';
import { makePassage } from './trees.ts';

/** A customer's tree and the folder for what belongs to it but is no file of theirs, both held open. */
export type TreePlace = { root: number; state: number; uid: number; gid: number };

/** Beside the trees, so that moving between it and a tree is one step of one file system. */
export const STATE_FOLDER = '.klucznik';
/** Accounts below this are the system's own; a tree of theirs is not a customer's. */
const FIRST_CUSTOMER_ID = 1000;
const DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** Opens a tree by its name, as root; null when it is not there, is a link, or is no customer's. Makes its folder of state. */
export function openPlace(customersRoot: string, tree: string): TreePlace | null {
  const root = openDirectory(`${customersRoot}/${tree}`);
  if (root === null) return null;
  const { uid, gid } = fstatSync(root);
  const state = uid < FIRST_CUSTOMER_ID || gid < FIRST_CUSTOMER_ID ? null : openState(customersRoot, tree, uid, gid);
  if (state !== null) return { root, state, uid, gid };
  closeSync(root);
  return null;
}

function openState(customersRoot: string, tree: string, uid: number, gid: number): number | null {
  makePassage(`${customersRoot}/${STATE_FOLDER}`);
  const path = `${customersRoot}/${STATE_FOLDER}/${tree}`;
  // Nobody but root can put anything where this is made, so that nothing can be exchanged between these lines.
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
  }
  if (lstatSync(path).uid !== uid) chownSync(path, uid, gid);
  return openDirectory(path);
}

function openDirectory(path: string): number | null {
  try {
    return openSync(path, DIRECTORY);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
