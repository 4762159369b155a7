import type { AccessKind, AccessSpec, GrantKindName, GrantSpec } from '../../../contract/index.ts';
import { database } from './database.ts';
import { delegation } from './delegation.ts';
import { ftp } from './ftp.ts';
import type { KindWords } from './kind.ts';
import { mailbox } from './mailbox.ts';
import { panelUser } from './panel-user.ts';
import { seat } from './seat.ts';

export type { Level } from './kind.ts';

/** Every kind of grant in words, in the order in which it is offered; a new kind is a file here and a line below. */
export const KIND_WORDS = { ftp, database, mailbox, 'panel-user': panelUser, seat, delegation } as const satisfies {
  [K in GrantKindName]: KindWords<Extract<GrantSpec, { kind: K }>>;
};

/** Kinds of access to something on a hosting server, in the order in which they are offered. */
export const ACCESS_KINDS = ['ftp', 'database', 'mailbox'] as const satisfies readonly AccessKind[];

/** Who keeps a grant: a hosting server, the account itself, or the vendor of a licence. */
const ROADS = {
  ftp: 'server',
  database: 'server',
  mailbox: 'server',
  'panel-user': 'account',
  delegation: 'account',
  seat: 'vendor',
} as const satisfies Record<GrantKindName, string>;
export type Road = (typeof ROADS)[GrantKindName];
export const roadOf = ({ kind }: Pick<GrantSpec, 'kind'>): Road => ROADS[kind];

/** True for access to something on a hosting server; the contract's own guard would bring zod into the page. */
export const isOnServer = (spec: GrantSpec): spec is AccessSpec => roadOf(spec) === 'server';

/** What tells a spec from others of its kind: what may be done, or as whom. */
export const levelOf = (spec: GrantSpec): string => ('access' in spec ? spec.access : 'role' in spec ? spec.role : 'manage');

/** The words of a spec's own kind: a spec reaches them only together with its kind's name. */
export const wordsOf = ({ kind }: Pick<GrantSpec, 'kind'>): KindWords => KIND_WORDS[kind] as KindWords;
