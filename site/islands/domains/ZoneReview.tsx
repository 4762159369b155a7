import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ZonePreview } from '../../../contract/index.ts';
import type { Failure } from '../../api/result.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { readableText } from './names.ts';

interface ZoneReviewProps {
  preview: ZonePreview;
  busy: boolean;
  failed: Failure | null;
  onBack: () => void;
  onSave: () => void;
  /** What else should be seen before it is saved. */
  children?: ComponentChildren;
}

const changesNothing = ({ counts }: ZonePreview) => counts.removed + counts.added === 0;

/** A change as a whole, before and after, with what should be thought of; then the one button that saves it. */
export function ZoneReview({ preview, busy, failed, onBack, onSave, children }: ZoneReviewProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { findings, removed, added, counts } = preview;
  const isGrave = findings.some(({ grave }) => grave);
  const isNothing = changesNothing(preview);
  return (
    <>
      <h3 ref={title} tabIndex={-1}>
        Sprawdź zmianę, zanim ją zapiszesz
      </h3>
      {isNothing ? (
        <p class="notice" data-tone="info">
          Ta zmiana niczego nie zmienia: takie rekordy już są.
        </p>
      ) : (
        <BeforeAfter name="Rekordy przed zmianą i po niej" removed={removed} added={added} counts={counts} />
      )}
      {findings.length > 0 ? (
        <section aria-labelledby="findings">
          <h4 id="findings">{isGrave ? 'Tego nie da się zapisać' : 'Zwróć na to uwagę'}</h4>
          {findings.map(({ message, grave }) => (
            <p key={message} class="notice" data-tone={grave ? 'danger' : 'attention'}>
              {readableText(message)}
            </p>
          ))}
        </section>
      ) : null}
      {children}
      <Refusal failed={failed} onRetry={onSave} />
      <p class="acts">
        {isGrave || isNothing ? null : (
          <Act busy={busy} onAct={onSave}>
            Zapisz zmianę
          </Act>
        )}
        <Act tone="quiet" onAct={onBack}>
          Wróć i popraw
        </Act>
      </p>
    </>
  );
}
