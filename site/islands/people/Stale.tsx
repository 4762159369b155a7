import { useEffect, useState } from 'preact/hooks';
import { momentWords } from '../../words/dates.ts';

/** Says since when a page knows nothing newer; silent while it follows what happens. `fresh` is another object each time. */
export function Stale({ lost, fresh }: { lost: boolean; fresh: unknown }) {
  const [seenAt, setSeenAt] = useState(Date.now);
  useEffect(() => setSeenAt(Date.now()), [fresh]);
  return (
    <p class="hint" role="status">
      {lost ? `Nie udało się odświeżyć. To, co widzisz, jest z: ${momentWords(seenAt)}. Próbujemy dalej.` : ''}
    </p>
  );
}
