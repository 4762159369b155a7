import { scopePhrase } from '../../content/words/index.ts';
import type { GrantState, GrantView } from '../../contract/index.ts';
import { csvLine, csvMoment } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { grantViewOf, listGrants } from '../grants/index.ts';

const COLUMNS = [
  'Osoba',
  'E-mail',
  'Usługa',
  'Zakres',
  'Stan',
  'Od kiedy',
  'Do kiedy',
  'Kto dał',
  'Ostatnio przejrzany',
  'Dostęp',
];

const STATES: Record<GrantState, string> = {
  requested: 'czeka na przyjęcie',
  pending: 'serwer go zakłada',
  active: 'działa',
  revoking: 'jest odbierany',
  ended: 'zakończony',
};
const stateOf = ({ state, suspendedAt }: GrantView) => (suspendedAt === null ? STATES[state] : 'zawieszony');

const csvGrant = (grant: GrantView): string =>
  csvLine([
    grant.grantee.name,
    grant.grantee.email,
    grant.service.name,
    scopePhrase(grant.spec),
    stateOf(grant),
    csvMoment(grant.createdAt),
    grant.notAfter === null ? 'bez daty końca' : csvMoment(grant.notAfter),
    grant.createdBy,
    grant.keptAt === null ? '' : csvMoment(grant.keptAt),
    grant.id,
  ]);

const PAGE_ROWS = 200;

/** Everybody who has access now as CSV, by person. Only one page of rows is in memory at a time. */
export function exportGrants(db: Database, accountId: string, now: number, pageRows = PAGE_ROWS): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  let after: string | undefined;
  return new ReadableStream({
    // The byte order mark tells spreadsheets that this is UTF-8.
    start: (controller) => controller.enqueue(bytes.encode(`\ufeff${csvLine(COLUMNS)}`)),
    async pull(controller) {
      const { rows, next } = await listGrants(db, accountId, { order: 'person', show: 'live', after, limit: pageRows });
      if (rows.length > 0) controller.enqueue(bytes.encode(rows.map((row) => csvGrant(grantViewOf(row, now))).join('')));
      if (next === null) controller.close();
      else after = next;
    },
  });
}
