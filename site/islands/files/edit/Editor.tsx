import { useEffect, useState } from 'preact/hooks';
import { visibleName } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { FileWindow } from '../FileWindow.tsx';
import type { OpenedFileProps } from '../slots.ts';
import { download } from '../transfer/download.ts';
import { EditorBar } from './EditorBar.tsx';
import { Failed } from './Failed.tsx';
import { Questions } from './Questions.tsx';
import { Surface } from './Surface.tsx';
import { useEditing } from './use-editing.ts';

const HINT = 'Tab robi wcięcie. Żeby wyjść z tekstu klawiaturą, naciśnij Esc, a potem Tab. Ctrl+S zapisuje, Ctrl+F szuka.';
const PLAIN_HINT = 'Ctrl+S zapisuje.';
const NO_BIN = 'Zapis zastępuje poprzednią treść, która nie trafia do kosza.';
const PREFERENCE = 'klucznik:edytor';
const stay = (event: BeforeUnloadEvent) => event.preventDefault();

/** What a person chose before; a finger begins in the browser's own field, whose keyboard and selection it knows. */
const beginsPlain = () =>
  (localStorage.getItem(PREFERENCE) ?? (matchMedia('(pointer: coarse)').matches ? 'plain' : 'coloured')) === 'plain';

/** A text file, to read and to change; never opened as text is what is none. */
export function Editor({ door, entry, onSaved, onClose }: OpenedFileProps) {
  const editing = useEditing({ door, entry, onSaved });
  const [plain, setPlain] = useState(beginsPlain);
  const [leaving, setLeaving] = useState(false);
  /** What was typed before the surface was changed for the other one. */
  const [kept, setKept] = useState<{ edition: number; text: string } | null>(null);
  const { file, dirty, failed, surface } = editing;
  useEffect(() => {
    const reading = new AbortController();
    void editing.open(reading.signal);
    return () => reading.abort();
  }, [entry.ref]);
  useEffect(() => {
    if (!dirty) return;
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [dirty]);
  const switchTo = (next: boolean) => {
    localStorage.setItem(PREFERENCE, next ? 'plain' : 'coloured');
    if (file && surface.current) setKept({ edition: file.edition, text: surface.current.text() });
    setPlain(next);
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void editing.save();
  };
  const label = `Treść pliku: ${visibleName(entry.name)}`;
  return (
    <FileWindow name={entry.name} keepsEsc onClose={() => (dirty ? setLeaving(true) : onClose())} onKey={press}>
      {failed ? (
        <Failed
          failed={failed}
          isOpen={file !== null}
          onRetry={() => editing.open()}
          onDownload={() => void download(door, [entry.ref])}
        />
      ) : null}
      {file ? (
        <>
          <EditorBar editing={editing} plain={plain} onPlain={switchTo} />
          {file.mixed ? (
            <p class="hint">
              Wiersze w tym pliku kończą się różnie. Ujednolicimy je dopiero przy zapisie zmian – i najpierw zapytamy.
            </p>
          ) : null}
          <Surface
            key={`${file.edition}${plain}`}
            at={surface}
            plain={plain}
            name={entry.name}
            label={label}
            hint={HINT}
            text={kept?.edition === file.edition ? kept.text : file.text}
            onChange={editing.typed}
            onSave={() => void editing.save()}
          />
          <p class="hint">
            {plain ? PLAIN_HINT : HINT} {NO_BIN}
          </p>
        </>
      ) : failed ? null : (
        <Skeleton lines={8} />
      )}
      <Questions editing={editing} name={entry.name} />
      {leaving ? (
        <Dialog title="Zamknąć bez zapisywania?" onClose={() => setLeaving(false)}>
          <p>Zmiany, których nie ma jeszcze na serwerze, przepadną.</p>
          <p class="acts">
            <Act onAct={() => setLeaving(false)}>Wróć do edytora</Act>
            <Act tone="quiet-danger" onAct={onClose}>
              Zamknij bez zapisywania
            </Act>
          </p>
        </Dialog>
      ) : null}
    </FileWindow>
  );
}
