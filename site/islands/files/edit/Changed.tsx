import { visibleName } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { differing, type Side } from './differing.ts';
import type { Encoding } from './encoding.ts';
import type { Content } from './saving.ts';
import { readAs, readText } from './text-file.ts';
import type { Editing } from './use-editing.ts';

const Lines = ({ title, side }: { title: string; side: Side }) => (
  <section class="editor-side" aria-label={title}>
    <h3>{title}</h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reachable with arrows */}
    <pre tabIndex={0}>
      <code>{side.lines.map((line, at) => `${side.from + at}  ${line}`).join('\n')}</code>
    </pre>
  </section>
);

interface ChangedProps {
  editing: Editing;
  name: string;
  theirs: Content | null;
  mine: string;
  bytes: Uint8Array<ArrayBuffer>;
  encoding: Encoding;
}

/** Somebody changed or took away the file meanwhile: both versions, and what can be done with them. */
export function Changed({ editing, name, theirs, mine, bytes, encoding }: ChangedProps) {
  const read = theirs && (readAs(theirs.bytes, encoding) ?? readText(theirs.bytes));
  const sides = read && differing(read.text, mine);
  return (
    <Dialog
      title={theirs ? 'Ktoś zmienił ten plik w międzyczasie' : 'Tego pliku już nie ma na serwerze'}
      onClose={() => editing.setQuestion(null)}
    >
      <p>
        Plik: <span class="path">{visibleName(name)}</span>. Nic jeszcze nie zostało zapisane, a Twoja wersja czeka w edytorze.
      </p>
      {sides ? (
        <div class="editor-sides">
          <Lines title="Teraz na serwerze" side={sides.theirs} />
          <Lines title="Twoja wersja" side={sides.mine} />
        </div>
      ) : null}
      <p class="acts">
        {theirs ? (
          <Act busy={editing.busy} onAct={() => editing.copy(bytes)}>
            Zapisz moją jako kopię
          </Act>
        ) : null}
        <Act
          tone={theirs ? 'quiet-danger' : 'main'}
          busy={editing.busy}
          onAct={() => editing.write(bytes, theirs?.etag ?? null, encoding)}
        >
          {theirs ? 'Zastąp tę z serwera moją' : 'Zapisz jako nowy plik'}
        </Act>
        {read && theirs ? (
          <Act tone="quiet-danger" onAct={() => editing.begin(read, theirs.etag)}>
            Wczytaj od nowa, bez moich zmian
          </Act>
        ) : null}
        <Act tone="quiet" onAct={() => editing.setQuestion(null)}>
          Wróć do edytora
        </Act>
      </p>
    </Dialog>
  );
}
