import type { OffboardingView } from '../../../contract/index.ts';
import { exactMomentWords } from '../../words/dates.ts';
import { isHeldUp } from './people-words.ts';

/** How far it is, in one look: over, going on, or waiting for something that is away. */
export function Standing({ view: { grants, finishedAt } }: { view: OffboardingView }) {
  const over = grants.filter(({ state }) => state === 'ended').length;
  const held = grants.filter(isHeldUp).length;
  const far = `Zakończone: ${over} z ${grants.length}.`;
  if (finishedAt !== null)
    return (
      <div class="notice" data-tone="ok">
        <p>
          <strong>Wszystko odebrane: {exactMomentWords(finishedAt)}.</strong> {far} Dowód każdego jest poniżej.
        </p>
      </div>
    );
  return held > 0 ? (
    <div class="notice" data-tone="attention">
      <p>
        <strong>
          {far} Czeka: {held}.
        </strong>{' '}
        Odbieranie jest zapisane i ponawiamy je sami. Możesz zamknąć tę stronę – nic nie zginie.
      </p>
    </div>
  ) : (
    <div class="notice" data-tone="info">
      <p>
        <strong>{far}</strong> Trwa odbieranie. Możesz zamknąć tę stronę – dokończymy je sami.
      </p>
    </div>
  );
}
