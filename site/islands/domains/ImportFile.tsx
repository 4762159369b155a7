import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ZonePreview, ZoneView } from '../../../contract/index.ts';
import { type Failure, failure, problemWith } from '../../api/result.ts';
import { saidAloud } from '../assets/said-aloud.ts';
import { Act } from '../parts/Act.tsx';
import { Choices } from '../parts/Choice.tsx';
import { Field, focusFirstError, tied } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useSend } from '../parts/use-send.ts';
import { previewFile, sendFile } from './acts.ts';
import { SavedNews } from './SavedNews.tsx';
import { Skipped } from './Skipped.tsx';
import { ZoneReview } from './ZoneReview.tsx';
import { fileFault, keptText } from './zone-file.ts';

const MODES = [
  { value: 'merge', label: 'Dodaj rekordy z pliku do obecnych', hint: 'Nic nie zniknie. Rekordy, które już są, zostaną.' },
  { value: 'replace', label: 'Zastąp wszystkie rekordy plikiem', hint: 'Zostanie tylko to, co jest w pliku. Reszta zniknie.' },
] as const;
type Mode = (typeof MODES)[number]['value'];

const textFault = (message: string): Failure => failure('invalid-input', '', [{ field: 'text', code: 'invalid-input', message }]);

interface ImportFileProps {
  zone: ZoneView;
  onDone: (said: ComponentChildren) => void;
  onStale: () => Promise<void>;
}

/** A zone file, chosen or pasted: first what it would do and what of it is left out, and only then the import. */
export function ImportFile({ zone, onDone, onStale }: ImportFileProps) {
  const { serviceId, version } = zone;
  const { draft, change, forget } = useDraft<{ text: string; mode: Mode }>(`dns-plik:${serviceId}`, { text: '', mode: 'merge' });
  const [text, setText] = useState(draft.text);
  const [preview, setPreview] = useState<ZonePreview | null>(null);
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const write = (next: string) => {
    setFailed(null);
    setText(next);
    change({ text: keptText(next) });
  };
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file) write(await file.text());
  };
  const refused = async (result: Failure) => {
    setPreview(null);
    if (result.code === 'zone-changed') await onStale();
    focusFirstError(form.current);
  };
  const look = async (event: SubmitEvent) => {
    event.preventDefault();
    const fault = fileFault(text);
    if (fault) {
      setFailed(textFault(fault));
      return focusFirstError(form.current);
    }
    const result = await send(() => previewFile(serviceId, { version, text, mode: draft.mode }));
    if (result.ok) setPreview(result.value);
    else await refused(result);
  };
  const save = async () => {
    if (!preview) return;
    const result = await send(() => sendFile(serviceId, { version: preview.version, text, mode: draft.mode }));
    if (!result.ok) return refused(result);
    forget();
    setText('');
    setPreview(null);
    onDone(<SavedNews change={result.value} />);
  };
  const back = () => {
    setPreview(null);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('textarea')?.focus());
  };
  if (preview)
    return (
      <section class="collected" aria-label="Import pliku">
        <ZoneReview preview={preview} busy={busy} failed={failed} onBack={back} onSave={save}>
          <Skipped skipped={preview.skipped} />
        </ZoneReview>
      </section>
    );
  const error = problemWith(failed, 'text');
  return (
    <section aria-labelledby="import">
      <h3 id="import">Wczytaj rekordy z pliku</h3>
      <form ref={form} onSubmit={look} noValidate>
        <Field id="file" label="Plik strefy" hint="Od poprzedniej firmy albo z tej strony. Najwyżej 2 MB.">
          <input
            {...tied('file', true, null)}
            type="file"
            accept=".zone,.txt,.db,text/plain,text/dns"
            onChange={(event) => take(event.currentTarget)}
          />
        </Field>
        <Field id="text" label="Treść pliku" hint="Po wybraniu pliku pojawi się tutaj. Możesz ją też wkleić." error={error}>
          <textarea
            {...tied('text', true, error)}
            rows={8}
            spellcheck={false}
            autocomplete="off"
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </Field>
        <Choices
          id="mode"
          legend="Co zrobić z obecnymi rekordami"
          options={MODES}
          value={draft.mode}
          onValue={(mode) => change({ mode })}
        />
        <Refusal failed={saidAloud(failed, ['text'])} />
        <p class="acts">
          <Act type="submit" busy={busy}>
            Sprawdź, co się zmieni
          </Act>
        </p>
      </form>
    </section>
  );
}
