import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DnsRecord, ZoneView } from '../../../contract/index.ts';
import { Act } from '../parts/Act.tsx';
import { TextField } from '../parts/Field.tsx';
import { More } from '../parts/More.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { Collected } from './Collected.tsx';
import { recordsWords } from './domain-words.ts';
import { isEmpty, lineFrom, newLine, withLine, withoutRemoval, withRemoval } from './draft.ts';
import { RecordTable } from './RecordTable.tsx';
import { recordWords } from './record-words.ts';
import { sought, type useZone } from './use-zone.ts';
import { useZoneDraft } from './use-zone-draft.ts';

interface RecordsProps {
  pages: ReturnType<typeof useZone>;
  zone: ZoneView;
  search: string;
  onSearch: (search: string) => void;
  /** A further change is begun, so news of the last one is old. */
  onBegin: () => void;
  onDone: (said: ComponentChildren) => void;
}

const PAUSE = 300;

/** Searches once somebody pauses in their typing. */
function Search({ found, onSearch }: { found: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState('');
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    const timer = setTimeout(() => search.current(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search>
      <TextField
        id="search"
        type="search"
        label="Znajdź rekord"
        hint="Część nazwy, typ albo wartość, na przykład www, MX lub 192.0.2."
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={typed}
        onValue={setTyped}
      />
      <p class="hint" role="status">
        {found}
      </p>
    </search>
  );
}

const NoneYet = () => (
  <div class="empty">
    <h3>Ta domena nie ma jeszcze żadnego rekordu</h3>
    <p>Rekord mówi, gdzie jest strona albo dokąd trafia poczta. Dodaj pierwszy albo wczytaj plik od poprzedniej firmy.</p>
  </div>
);

/** All records, and the change that is being collected above them. */
export function Records({ pages, zone, search, onSearch, onBegin, onDone }: RecordsProps) {
  const { records, next, loading, failed, reload } = pages;
  const { draft, change, forget } = useZoneDraft(zone.serviceId);
  const [aloud, setAloud] = useState('');
  const [fresh, setFresh] = useState<string | null>(null);
  const begin = (record: DnsRecord | null) => {
    const id = crypto.randomUUID();
    onBegin();
    change(withLine(draft, record ? lineFrom(id, record, zone.domain) : newLine(id)));
    setFresh(id);
  };
  const remove = (record: DnsRecord) => {
    onBegin();
    change(withRemoval(draft, record));
    setAloud(`Do usunięcia: ${recordWords(record)}. Zniknie dopiero po zapisaniu zmiany.`);
  };
  const keep = (record: DnsRecord) => {
    change(withoutRemoval(draft, record));
    setAloud(`Zostaje: ${recordWords(record)}.`);
  };
  const found =
    search && records
      ? `Znalezione: ${recordsWords(zone.total)}.`
      : records && next
        ? `Na tej liście: ${records.length} z ${zone.total}.`
        : '';
  const isNew = zone.total === 0 && search === '' && records !== null;
  return (
    <>
      <p class="acts">
        <Act tone={isEmpty(draft) ? 'main' : 'quiet'} onAct={() => begin(null)}>
          Dodaj rekord
        </Act>
      </p>
      <p class="visually-hidden" role="status">
        {aloud}
      </p>
      {isEmpty(draft) ? null : (
        <Collected
          zone={zone}
          draft={draft}
          fresh={fresh}
          onChange={change}
          onForget={forget}
          onSaved={onDone}
          onStale={pages.refresh}
        />
      )}
      {isNew ? (
        <NoneYet />
      ) : (
        <section aria-labelledby="records">
          <h3 id="records">Rekordy tej domeny</h3>
          <Search found={found} onSearch={(typed) => onSearch(sought(typed, zone.domain))} />
          {records ? (
            <div aria-busy={loading}>
              {records.length > 0 ? (
                <RecordTable zone={zone} records={records} draft={draft} onEdit={begin} onRemove={remove} onKeep={keep} />
              ) : (
                <p>Żaden rekord nie pasuje. Sprawdź, czy wpisana część jest taka jak w rekordzie.</p>
              )}
              <More pages={pages} />
            </div>
          ) : failed ? (
            <Refusal failed={failed} onRetry={reload} />
          ) : (
            <Skeleton lines={2} />
          )}
        </section>
      )}
    </>
  );
}
