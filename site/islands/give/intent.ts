import type { GrantIntent } from '../../../contract/index.ts';

const AREAS = new Map<string | null, GrantIntent['area']>([
  ['caly-serwer', 'tree'],
  ['katalog', 'directory'],
]);
const ACCESSES = new Map<string | null, GrantIntent['access']>([
  ['odczyt', 'read'],
  ['zapis', 'write'],
]);
const LONGEST_DAYS = 730;
const LONGEST_NAME = 60;

/**
 * Reads what a wizard suggests from the address; null unless all of it is understood.
 *
 * The contract's own `intentFromQuery` would bring zod into the page; the test beside this file holds the two together.
 */
export function readIntent(query: URLSearchParams): GrantIntent | null {
  const area = AREAS.get(query.get('zakres'));
  const access = ACCESSES.get(query.get('prawo'));
  const days = query.has('dni') ? Number(query.get('dni')) : 7;
  const flow = query.get('kreator') ?? undefined;
  const outcome = query.get('wynik') ?? undefined;
  const named = [flow, outcome].every((name) => name === undefined || name.length <= LONGEST_NAME);
  if (query.get('rodzaj') !== 'ftp' || !area || !access || !named || !Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    return null;
  return { kind: 'ftp', area, access, days, flow, outcome };
}
