import type { AccessKind } from '../../../../contract/index.ts';
import { database } from './database.ts';
import { ftp } from './ftp.ts';
import type { FaultKind } from './kind.ts';
import { mailbox } from './mailbox.ts';

/** Every kind of access that the contract knows, each with its own daemon to go wrong. */
export const FAULT_KINDS: Record<AccessKind, FaultKind> = { ftp, database, mailbox };
export const KIND_NAMES = Object.keys(FAULT_KINDS) as AccessKind[];

export type { Account, FaultKind, Program } from './kind.ts';
