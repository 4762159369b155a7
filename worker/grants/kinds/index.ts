import type { AccessKind } from '../../../contract/index.ts';
import type { GrantKind } from '../kind.ts';
import { database } from './database/index.ts';
import { ftp } from './ftp/index.ts';
import { mailbox } from './mailbox/index.ts';

/** Every kind of grant the worker can give; a new kind is a folder here and a line below. */
export const GRANT_KINDS: Record<AccessKind, GrantKind> = { ftp, database, mailbox };
