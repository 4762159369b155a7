import type { DnsRecord, ZoneView } from '../../../contract/index.ts';
import { Act } from '../parts/Act.tsx';
import { keyOf, markOf, type ZoneDraft } from './draft.ts';
import { readableName } from './names.ts';
import { dataWords, recordWords, ttlWords } from './record-words.ts';
import { ROLES } from './table-roles.ts';

interface RecordTableProps {
  zone: Pick<ZoneView, 'domain'>;
  records: readonly DnsRecord[];
  draft: ZoneDraft;
  onEdit: (record: DnsRecord) => void;
  onRemove: (record: DnsRecord) => void;
  onKeep: (record: DnsRecord) => void;
}

const MARKS = { removed: 'do usunięcia', changed: 'w zmianie powyżej' } as const;

/** Records with what can be done to each; those that the collected change is about say so. */
export function RecordTable({ zone, records, draft, onEdit, onRemove, onKeep }: RecordTableProps) {
  return (
    <table class="records" {...ROLES.table} aria-label={`Rekordy domeny ${readableName(zone.domain)}`}>
      <thead {...ROLES.rows}>
        <tr {...ROLES.row}>
          <th {...ROLES.column}>Nazwa</th>
          <th {...ROLES.column}>Typ</th>
          <th {...ROLES.column}>Wartość</th>
          <th {...ROLES.column}>TTL</th>
          <th {...ROLES.column}>Co możesz zrobić</th>
        </tr>
      </thead>
      <tbody {...ROLES.rows}>
        {records.map((record) => {
          const mark = markOf(draft, record);
          const about = recordWords(record);
          return (
            <tr key={keyOf(record)} {...ROLES.row} data-mark={mark ?? undefined}>
              <th {...ROLES.name} class="path">
                {readableName(record.name)}
              </th>
              <td {...ROLES.cell} data-label="Typ">
                {record.type}
              </td>
              <td {...ROLES.cell} data-label="Wartość">
                <code class="path">{dataWords(record)}</code>
              </td>
              <td {...ROLES.cell} data-label="TTL">
                {ttlWords(record.ttl)}
              </td>
              <td {...ROLES.cell}>
                <div class="record-acts">
                  {mark ? <strong>{MARKS[mark]}</strong> : null}
                  {mark === null ? (
                    <Act tone="quiet" onAct={() => onEdit(record)}>
                      <span>
                        Zmień<span class="visually-hidden">: {about}</span>
                      </span>
                    </Act>
                  ) : null}
                  {mark === 'changed' ? null : (
                    <Act
                      tone={mark === 'removed' ? 'quiet' : 'quiet-danger'}
                      onAct={() => (mark === 'removed' ? onKeep(record) : onRemove(record))}
                    >
                      <span>
                        {mark === 'removed' ? 'Zostaw' : 'Usuń'}
                        <span class="visually-hidden">: {about}</span>
                      </span>
                    </Act>
                  )}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
