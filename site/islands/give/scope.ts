import type { AccessKind, AccessSpec, DatabaseSpec, FtpSpec, MailboxSpec } from '../../../contract/index.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';

/** What a form says about the thing to open; flat and of all kinds at once, so that it can be kept and another kind tried. */
export type Scope = {
  kind: AccessKind;
  area: 'tree' | 'directory';
  directory: string;
  database: string;
  address: string;
  access: 'read' | 'write' | 'full';
};

/** Nothing chosen yet, and the smallest access that is any use. */
export const EMPTY_SCOPE: Omit<Scope, 'kind'> = { area: 'directory', directory: '', database: '', address: '', access: 'read' };

interface ScopeRules<S extends AccessSpec> {
  /** The field in a request that the server's refusals name. */
  field: string;
  /** True when a grant stays with what it opens, and only the level may change. */
  isFixed: boolean;
  /** What to say where nothing is chosen. */
  missing: string;
  specOf(scope: Scope): S;
  scopeOf(spec: S): Partial<Scope>;
  isChosen(scope: Scope): boolean;
}

/** The level if the kind has it, else its smallest: changing the kind never widens. */
const accessFor = <A extends Scope['access']>(levels: readonly { value: A }[], wanted: Scope['access'], smallest: A): A =>
  levels.find(({ value }) => value === wanted)?.value ?? smallest;

const RULES: { [K in AccessKind]: ScopeRules<Extract<AccessSpec, { kind: K }>> } = {
  ftp: {
    field: 'spec.directory',
    isFixed: false,
    missing: 'Wybierz katalog z listy.',
    specOf: ({ area, directory, access }): FtpSpec => ({
      kind: 'ftp',
      directory: area === 'tree' ? '/' : directory,
      access: accessFor(KIND_WORDS.ftp.levels, access, 'read'),
    }),
    scopeOf: ({ directory }) => (directory === '/' ? { area: 'tree' } : { area: 'directory', directory }),
    isChosen: ({ area, directory }) => area === 'tree' || directory !== '',
  },
  database: {
    field: 'spec.database',
    isFixed: true,
    missing: 'Wybierz bazę danych z listy.',
    specOf: ({ database, access }): DatabaseSpec => ({
      kind: 'database',
      database,
      access: accessFor(KIND_WORDS.database.levels, access, 'read'),
    }),
    scopeOf: ({ database }) => ({ database }),
    isChosen: ({ database }) => database !== '',
  },
  mailbox: {
    field: 'spec.address',
    isFixed: true,
    missing: 'Wybierz skrzynkę z listy.',
    specOf: ({ address, access }): MailboxSpec => ({
      kind: 'mailbox',
      address,
      access: accessFor(KIND_WORDS.mailbox.levels, access, 'read'),
    }),
    scopeOf: ({ address }) => ({ address }),
    isChosen: ({ address }) => address !== '',
  },
};

export const rulesOf = ({ kind }: Pick<AccessSpec, 'kind'>): ScopeRules<AccessSpec> => RULES[kind] as ScopeRules<AccessSpec>;

/** The spec that a scope stands for. */
export const specOf = (scope: Scope): AccessSpec => rulesOf(scope).specOf(scope);

/** The scope that says what a spec says, to begin a change from. */
export const scopeOf = (spec: AccessSpec): Scope => ({
  ...EMPTY_SCOPE,
  kind: spec.kind,
  access: spec.access,
  ...rulesOf(spec).scopeOf(spec),
});

/** What is missing in a scope, by field; null when it is whole. */
export function scopeFault(scope: Scope): { field: string; message: string } | null {
  const { field, missing, isChosen } = rulesOf(scope);
  return isChosen(scope) ? null : { field, message: missing };
}
