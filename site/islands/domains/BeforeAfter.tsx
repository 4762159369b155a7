import type { DnsRecord } from '../../../contract/index.ts';
import { differences, whatWord } from './before-after.ts';
import { keyOf } from './draft.ts';
import { readableName } from './names.ts';
import { dataWords, ttlWords } from './record-words.ts';
import { ROLES } from './table-roles.ts';

interface BeforeAfterProps {
  name: string;
  removed: readonly DnsRecord[];
  added: readonly DnsRecord[];
  /** How many there are where only the first are shown. */
  counts: { removed: number; added: number };
}

const Side = ({ record }: { record: DnsRecord | null }) =>
  record ? (
    <>
      <code class="path">{dataWords(record)}</code>
      <small>TTL&nbsp;{ttlWords(record.ttl)}</small>
    </>
  ) : (
    <span class="none">brak rekordu</span>
  );

/** Before and after, row by row: what happens is said by a word, never by colour alone. */
export function BeforeAfter({ name, removed, added, counts }: BeforeAfterProps) {
  const isCut = counts.removed > removed.length || counts.added > added.length;
  return (
    <>
      <table class="records" {...ROLES.table} aria-label={name}>
        <thead {...ROLES.rows}>
          <tr {...ROLES.row}>
            <th {...ROLES.column}>Rekord</th>
            <th {...ROLES.column}>Co się zmienia</th>
            <th {...ROLES.column}>Przed zmianą</th>
            <th {...ROLES.column}>Po zmianie</th>
          </tr>
        </thead>
        <tbody {...ROLES.rows}>
          {differences(removed, added).map((row) => (
            <tr key={`${row.before ? keyOf(row.before) : ''}>${row.after ? keyOf(row.after) : ''}`} {...ROLES.row}>
              <th {...ROLES.name} class="path">
                {readableName(row.name)} {row.type}
              </th>
              <td {...ROLES.cell} data-label="Co się zmienia">
                {whatWord(row)}
              </td>
              <td {...ROLES.cell} data-label="Przed zmianą">
                <Side record={row.before} />
              </td>
              <td {...ROLES.cell} data-label="Po zmianie">
                <Side record={row.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isCut ? (
        <p class="hint">
          To początek listy. W całości – usunięte: {counts.removed}, dodane: {counts.added}.
        </p>
      ) : null}
    </>
  );
}
