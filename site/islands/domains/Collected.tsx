import { useEffect, useRef } from 'preact/hooks';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { changeLine, keyOf, withoutLine, withoutRemoval } from './draft.ts';
import { LineFields } from './LineFields.tsx';
import { recordWords } from './record-words.ts';
import { type CollectedProps, useCollected } from './use-collected.tsx';
import { ZoneReview } from './ZoneReview.tsx';

/** The change that is being collected: looked at as a whole, before and after, and only then saved. */
export function Collected({ fresh, ...props }: CollectedProps & { fresh: string | null }) {
  const { zone, draft, onForget } = props;
  const { place, said, preview, busy, failed, alter, look, save, back, toTitle } = useCollected(props);
  // A line takes the focus when it is begun, not each time that somebody comes back to it.
  const begun = useRef<string | null>(null);
  useEffect(() => {
    begun.current = fresh;
  }, [fresh]);
  if (preview)
    return (
      <section ref={place} class="collected" aria-label="Twoja zmiana">
        <ZoneReview preview={preview} busy={busy} failed={failed} onBack={back} onSave={save} />
      </section>
    );
  const whole = said.filter(({ line }) => line === null);
  const aloud = failed && failed.fields.length > 0 && said.some(({ line }) => line !== null) ? null : failed;
  return (
    <section ref={place} class="collected" aria-labelledby="collected">
      <h3 id="collected" tabIndex={-1}>
        Twoja zmiana – jeszcze niezapisana
      </h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
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
            domain={zone.domain}
            said={said.filter((one) => one.line === line.id)}
            isFresh={line.id === fresh && begun.current !== fresh}
            onChange={(part) => alter(changeLine(draft, line.id, part))}
            onDrop={() => {
              alter(withoutLine(draft, line.id));
              toTitle();
            }}
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
