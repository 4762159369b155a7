import type { AccessKind, GrantSpec } from '../../../contract/index.ts';
import { database } from './database.ts';
import { ftp } from './ftp.ts';
import type { KindWords } from './kind.ts';
import { mailbox } from './mailbox.ts';

export type { Level } from './kind.ts';

/** Every kind of grant in words, in the order in which it is offered; a new kind is a file here and a line below. */
export const KIND_WORDS = { ftp, database, mailbox } as const satisfies {
  [K in AccessKind]: KindWords<Extract<GrantSpec, { kind: K }>>;
};

export const ACCESS_KINDS = Object.keys(KIND_WORDS) as AccessKind[];

/** The words of a spec's own kind: a spec reaches them only together with its kind's name. */
export const wordsOf = ({ kind }: Pick<GrantSpec, 'kind'>): KindWords => KIND_WORDS[kind] as KindWords;
