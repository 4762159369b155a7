import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ZonePreview, ZoneView } from '../../../contract/index.ts';
import type { Failure } from '../../api/result.ts';
import { Act } from '../parts/Act.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { previewChange, sendChange } from './acts.ts';
import {
  bodyOf,
  changeLine,
  checkLines,
  keyOf,
  type Said,
  saidOf,
  saidOfRefusal,
  settled,
  withoutLine,
  withoutRemoval,
  type ZoneDraft,
} from './draft.ts';
import { LineFields } from './LineFields.tsx';
import { recordWords } from './record-words.ts';
import { SavedNews } from './SavedNews.tsx';
import { standing } from './use-zone.ts';
import { ZoneReview } from './ZoneReview.tsx';

interface CollectedProps {
  zone: ZoneView;
  draft: ZoneDraft;
  /** The line that was just begun. */
  fresh: string | null;
  onChange: (draft: ZoneDraft) => void;
  onForget: () => void;
  onSaved: (said: ComponentChildren) => void;
  /** Reads the zone anew after somebody else has changed it. */
  onStale: () => Promise<void>;
}

/** The change that is being collected: looked at as a whole, before and after, and only then saved. */
export function Collected({ zone, draft, fresh, onChange, onForget, onSaved, onStale }: CollectedProps) {
  const { serviceId, domain } = zone;
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [preview, setPreview] = useState<ZonePreview | null>(null);
  const { busy, failed, setFailed, send } = useSend();
  const place = useRef<HTMLElement>(null);
  const alter = (next: ZoneDraft) => {
    setFailed(null);
    onChange(next);
  };
  const show = (found: readonly Said[]) => {
    setSaid(found);
    focusFirstError(place.current);
  };
  /** Somebody was faster: all that was typed stays, and what is gone already is not removed again. */
  const catchUp = async (refused: Failure) => {
    const { remove } = bodyOf(draft, 0);
    const after = settled(draft, await standing(serviceId, remove));
    onChange(after.draft);
    await onStale();
    const gone = after.gone.map((record) => `${recordWords(record)} – tego rekordu już nie ma, więc nic z nim nie zrobimy.`);
    setPreview(null);
    setFailed({ ...refused, message: [refused.message, 'Twoje wpisy zostały.', ...gone].join(' ') });
    focusFirstError(place.current);
  };
  const refused = async (result: Failure) => {
    if (result.code === 'zone-changed') return catchUp(result);
    setPreview(null);
    show(saidOfRefusal(result.fields, draft));
  };
  const look = async (event: SubmitEvent) => {
    event.preventDefault();
    const missing = checkLines(draft);
    if (missing.length > 0) return show(missing);
    const result = await send(() => previewChange(serviceId, bodyOf(draft, zone.version)));
    if (!result.ok) return refused(result);
    const found = saidOf(result.value.findings, draft);
    if (found.some(({ grave }) => grave)) return show(found);
    setSaid(found);
    setPreview(result.value);
  };
  const save = async () => {
    if (!preview) return;
    const result = await send(() => sendChange(serviceId, bodyOf(draft, preview.version)));
    if (!result.ok) return refused(result);
    onForget();
    onSaved(<SavedNews change={result.value} />);
  };
  if (preview)
    return (
      <section ref={place} class="collected" aria-label="Twoja zmiana">
        <ZoneReview preview={preview} busy={busy} failed={failed} onBack={() => setPreview(null)} onSave={save} />
      </section>
    );
  const whole = said.filter(({ line }) => line === null);
  const aloud = failed && failed.fields.length > 0 && said.some(({ line }) => line !== null) ? null : failed;
  return (
    <section ref={place} class="collected" aria-labelledby="collected">
      <h3 id="collected">Twoja zmiana – jeszcze niezapisana</h3>
      <form onSubmit={look} noValidate>
        {draft.removed.length > 0 ? (
          <ul class="removals">
            {draft.removed.map((record) => (
              <li key={keyOf(record)}>
                <span>
                  Usunięcie: <span class="path">{recordWords(record)}</span>
                </span>
                <Act tone="quiet" onAct={() => alter(withoutRemoval(draft, record))}>
                  <span>
                    Zostaw ten rekord<span class="visually-hidden">: {recordWords(record)}</span>
                  </span>
                </Act>
              </li>
            ))}
          </ul>
        ) : null}
        {draft.lines.map((line) => (
          <LineFields
            key={line.id}
            line={line}
            domain={domain}
            said={said.filter((one) => one.line === line.id)}
            isFresh={line.id === fresh}
            onChange={(part) => alter(changeLine(draft, line.id, part))}
            onDrop={() => alter(withoutLine(draft, line.id))}
          />
        ))}
        {whole.map(({ message, grave }) => (
          <p
            key={message}
            class="notice"
            data-tone={grave ? 'danger' : 'attention'}
            role={grave ? 'alert' : undefined}
            tabIndex={-1}
          >
            {message}
          </p>
        ))}
        <Refusal failed={aloud} />
        <p class="acts">
          <Act type="submit" busy={busy}>
            Sprawdź zmianę
          </Act>
          <Act tone="quiet" onAct={onForget}>
            Porzuć tę zmianę
          </Act>
        </p>
      </form>
    </section>
  );
}
