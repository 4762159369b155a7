import type { Kind } from '../../../contract/index.ts';
import type { GrantKind } from '../kind.ts';
import { ftp } from './ftp/index.ts';

/** Every kind of grant the worker can give; a new kind is a folder here and a line below. */
export const GRANT_KINDS: Record<Kind, GrantKind> = { ftp };
