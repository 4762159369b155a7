import type { AccessKind, GrantKindName } from '../../../contract/index.ts';
import type { EdgeKind, GrantKind, HostKind } from '../kind.ts';
import { database } from './database/index.ts';
import { delegation } from './delegation/index.ts';
import { ftp } from './ftp/index.ts';
import { mailbox } from './mailbox/index.ts';
import { panelUser } from './panel-user/index.ts';
import { seat } from './seat/index.ts';

type Registry = Record<AccessKind | 'seat', HostKind> & Record<Exclude<GrantKindName, AccessKind | 'seat'>, EdgeKind>;

/** Every kind of grant the worker can give; a new kind is a folder here and a line below. */
export const GRANT_KINDS = { ftp, database, mailbox, 'panel-user': panelUser, delegation, seat } satisfies Registry as Registry;

/** The kind of a grant whose own kind is not known while the program is written. */
export const kindOf = (name: GrantKindName): GrantKind => GRANT_KINDS[name];
