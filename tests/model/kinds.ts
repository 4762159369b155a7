import type { ApplyFault, DatabaseDesired, FtpDesired, GrantSpec, ResourceState } from '../../contract/index.ts';
import type { UserRow } from './hosting-server.ts';
import { sha256 } from './secrets.ts';

/* Two kinds of access on one host, served by one agent: as different as the model needs them to be. */

export const MODEL_KINDS = ['ftp', 'database'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];
export type ModelSpec = Extract<GrantSpec, { kind: ModelKind }>;
export type ModelState = FtpDesired | DatabaseDesired;
export type Access = UserRow['access'];

/** What can be opened on the host. */
export const PLACES: Record<ModelKind, readonly string[]> = {
  ftp: ['/', '/sklep', '/sklep/zdjęcia', '/blog'],
  database: ['cust1_sklep', 'cust1_blog'],
};
export const ALL_PLACES = MODEL_KINDS.flatMap((kind) => PLACES[kind]);

export const MISSING: Record<ModelKind, ApplyFault> = { ftp: 'directory-missing', database: 'database-missing' };

export const isModelSpec = (spec: GrantSpec): spec is ModelSpec => MODEL_KINDS.some((kind) => kind === spec.kind);
export const isModelState = (state: ResourceState): state is ModelState => 'directory' in state || 'database' in state;

export const placeOf = (opened: { directory: string } | { database: string }): string =>
  'directory' in opened ? opened.directory : opened.database;

/** A spec of a kind; FTP knows no more than writing. */
export const specOf = (kind: ModelKind, place: string, access: Access): ModelSpec =>
  kind === 'ftp' ? { kind, directory: place, access: access === 'read' ? 'read' : 'write' } : { kind, database: place, access };

/** The row of somebody who has helped themselves to more. */
export const widened = (row: UserRow): UserRow =>
  row.kind === 'ftp' ? { ...row, place: '/', access: 'write' } : { ...row, access: 'full' };

/** What a row of the server's table says, in the words of its kind. */
export function stateOf({ kind, tree, place, access, expires, hash, keys }: UserRow): ModelState {
  const password = { hash: null, print: sha256(hash) };
  if (kind === 'database') return { tree, database: place, access, notAfter: expires, password };
  const may = access === 'read' ? 'read' : 'write';
  return { tree, directory: place, access: may, notAfter: expires, password: hash === '' ? null : password, keys };
}
