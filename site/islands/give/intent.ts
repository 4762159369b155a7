import type { AccessKind, GrantIntent, PanelIntent, PanelRole } from '../../../contract/index.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';

const KINDS = new Map<string | null, AccessKind>([
  ['ftp', 'ftp'],
  ['baza-danych', 'database'],
  ['skrzynka', 'mailbox'],
]);
const AREAS = new Map<string | null, 'tree' | 'directory'>([
  ['caly-serwer', 'tree'],
  ['katalog', 'directory'],
]);
const ACCESSES = new Map<string | null, 'read' | 'write' | 'full'>([
  ['odczyt', 'read'],
  ['zapis', 'write'],
  ['pelny', 'full'],
]);
const LONGEST_DAYS = 730;
const LONGEST_NAME = 60;

type Common = Pick<GrantIntent, 'days' | 'flow' | 'outcome'>;

function readCommon(query: URLSearchParams, usual = 7): Common | null {
  const days = query.has('dni') ? Number(query.get('dni')) : usual;
  const flow = query.get('kreator') ?? undefined;
  const outcome = query.get('wynik') ?? undefined;
  const named = [flow, outcome].every((name) => name === undefined || name.length <= LONGEST_NAME);
  return named && Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS ? { days, flow, outcome } : null;
}

/** The level that the address names, if the kind has it. */
const levelOf = <A extends string>(levels: readonly { value: A }[], query: URLSearchParams): A | null =>
  levels.find(({ value }) => value === ACCESSES.get(query.get('prawo')))?.value ?? null;

/**
 * Reads what a wizard suggests from the address; null unless all of it is understood.
 *
 * The contract's own `intentFromQuery` would bring zod into the page; the test beside this file holds the two together.
 */
export function readIntent(query: URLSearchParams): GrantIntent | null {
  const kind = KINDS.get(query.get('rodzaj'));
  const common = readCommon(query);
  if (!kind || !common) return null;
  if (kind === 'database') {
    const access = levelOf(KIND_WORDS.database.levels, query);
    return access && { kind, access, ...common };
  }
  const access = levelOf(KIND_WORDS[kind].levels, query);
  if (kind === 'mailbox') return access && { kind, access, ...common };
  const area = AREAS.get(query.get('zakres'));
  return access && area ? { kind, area, access, ...common } : null;
}

const ROLES = new Map<string | null, PanelRole>([
  ['uzytkownik', 'user'],
  ['administrator', 'administrator'],
]);
const PANEL_DAYS = 30;

/** Reads what a wizard suggests for the Panel itself, in the same way. */
export function readPanelIntent(query: URLSearchParams): PanelIntent | null {
  const role = ROLES.get(query.get('rola'));
  const common = readCommon(query, PANEL_DAYS);
  return query.get('rodzaj') === 'panel' && role && common ? { kind: 'panel-user', role, ...common } : null;
}
