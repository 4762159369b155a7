import type { AccessKind } from '../../../contract/index.ts';
import { database } from './database.ts';
import { ftp } from './ftp.ts';
import type { KindUnderTest } from './kind-under-test.ts';
import { mailbox } from './mailbox.ts';

/** Every kind of access that the contract knows; one without a real service to prove it on does not compile. */
export const KINDS_UNDER_TEST: Record<AccessKind, KindUnderTest> = { ftp, database, mailbox };
