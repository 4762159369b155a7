import { Act } from '../parts/Act.tsx';
import type { View } from './view.ts';
import { isNarrowed } from './view.ts';

/** Nothing to show: what would be here and how it comes, or the way back from a search that found nothing. */
export function Empty({ view, onClear }: { view: View; onClear: () => void }) {
  if (isNarrowed(view))
    return (
      <div class="empty">
        <h2>Nic nie pasuje</h2>
        <p>Nie ma {view.show === 'live' ? 'obecnego' : 'zakończonego'} dostępu, który pasuje do wszystkiego, co tu wybrano.</p>
        <p class="acts">
          <Act tone="quiet" onAct={onClear}>
            Pokaż wszystkie
          </Act>
        </p>
      </div>
    );
  return view.show === 'live' ? (
    <div class="empty">
      <h2>Żaden dostęp nie jest teraz nadany</h2>
      <p>Tu zobaczysz każdą osobę, której dasz dostęp: co otwiera, do kiedy i jak go odebrać.</p>
      <p class="acts">
        <a class="button" href="/kreator/informatyk/">
          Dobierz dostęp dla informatyka
        </a>
      </p>
    </div>
  ) : (
    <div class="empty">
      <h2>Żaden dostęp jeszcze się nie skończył</h2>
      <p>Tu trafiają dostępy odebrane, oddane i te, którym minął termin – z datą i powodem.</p>
    </div>
  );
}
