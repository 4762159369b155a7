import { useEffect, useRef, useState } from 'preact/hooks';
import { parentRef } from '../../../../contract/files/path.ts';
import type { FileEntry } from '../../../../contract/files/server.ts';
import type { Failure } from '../../../api/result.ts';
import { KIND_WORDS, thingsWords } from '../../../words/files.ts';
import { visibleName } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import { TextField } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import type { Door } from '../door/door.ts';
import { kindOf } from '../kinds.ts';
import { addressOf, shownName, shownPath } from '../place.ts';
import { asFailure } from '../spoken.ts';

interface SearchProps {
  serviceId: string;
  door: Door;
  at: string;
  onGo: (at: string, pointed?: string) => void;
  onClose: () => void;
}
interface Hunt {
  name: string;
  found: readonly FileEntry[];
  state: 'going' | 'done' | 'cut';
  failed: Failure | null;
}

const endWords = ({ found, state }: Hunt): string => {
  if (state === 'going') return 'Szukamy…';
  if (found.length === 0) return 'Nic takiego tu nie ma. Spróbuj krótszego kawałka nazwy.';
  return `Znalezione: ${thingsWords(found.length)}.${state === 'cut' ? ' Jest tego więcej – dopisz dalszą część nazwy.' : ''}`;
};

/** Looks for names below a directory; what is found comes as it is found, and leads to its place. */
export function Search({ serviceId, door, at, onGo, onClose }: SearchProps) {
  const [typed, setTyped] = useState('');
  const [hunt, setHunt] = useState<Hunt | null>(null);
  const stop = useRef<AbortController | null>(null);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.querySelector('input')?.focus();
    return () => stop.current?.abort();
  }, []);
  const look = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = typed.trim();
    stop.current?.abort();
    if (!name) return;
    const mine = new AbortController();
    stop.current = mine;
    let latest: Hunt = { name, found: [], state: 'going', failed: null };
    setHunt(latest);
    for await (const said of door.search(at, name, mine.signal)) {
      if (mine.signal.aborted) return;
      if ('found' in said) latest = { ...latest, found: [...latest.found, said.found] };
      else if ('end' in said) latest = ended(latest, said.end);
      setHunt(latest);
    }
  };
  return (
    <section ref={place} class="file-search" aria-label="Szukanie po nazwie">
      <form onSubmit={look}>
        <TextField
          id="search"
          label="Kawałek nazwy"
          hint={`Szukamy tutaj i głębiej: ${shownName(at)}. Wielkość liter i ogonki nie mają znaczenia.`}
          autocomplete="off"
          spellcheck={false}
          maxLength={255}
          value={typed}
          onValue={setTyped}
        />
        <p class="acts">
          <Act type="submit">Szukaj</Act>
          <Act tone="quiet" onAct={onClose}>
            Zamknij szukanie
          </Act>
        </p>
      </form>
      <p role="status" class="verbatim">
        {hunt && !hunt.failed ? endWords(hunt) : ''}
      </p>
      <Refusal failed={hunt?.failed ?? null} />
      <ul class="file-found">
        {hunt?.found.map((entry) => (
          <Found key={entry.ref} serviceId={serviceId} entry={entry} onGo={onGo} />
        ))}
      </ul>
    </section>
  );
}

type End = { ok: true; value: { truncated: boolean } } | Parameters<typeof asFailure>[0];
const ended = (hunt: Hunt, end: End): Hunt =>
  end.ok ? { ...hunt, state: end.value.truncated ? 'cut' : 'done' } : { ...hunt, state: 'done', failed: asFailure(end) };

function Found({ serviceId, entry, onGo }: { serviceId: string; entry: FileEntry; onGo: SearchProps['onGo'] }) {
  const above = parentRef(entry.ref);
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onGo(above, entry.ref);
  };
  return (
    <li class="file-hit" data-kind={kindOf(entry)}>
      <a class="path" href={addressOf(serviceId, above, entry.ref)} onClick={go}>
        {visibleName(entry.name)}
      </a>{' '}
      <small>
        {KIND_WORDS[kindOf(entry)]} w: <span class="path">{shownPath(above)}</span>
      </small>
    </li>
  );
}
