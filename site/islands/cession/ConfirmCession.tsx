import type { CessionView } from '../../../contract/index.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { useSession } from '../parts/use-session.ts';
import { cancelCession, confirmCession } from './acts.ts';
import { isLastWord, itemsCounted, whyNotConfirm } from './cession-words.ts';
import { GoesOver } from './WhatItIs.tsx';

const LAST = 'To ostatnie potwierdzenie. Cesja dojdzie do skutku od razu i żadna ze stron nie cofnie jej sama.';
const FIRST =
  'Nic się jeszcze nie zmieni: czekamy na potwierdzenie drugiej strony. Do tego czasu możesz cesję odwołać. Po nim żadna ze stron nie cofnie jej sama.';

interface ConfirmCessionProps {
  view: CessionView;
  onChanged: (view: CessionView) => void;
}

/** The summary and one's own word for it. */
export function ConfirmCession({ view, onChanged }: ConfirmCessionProps) {
  const { kind, counts } = view;
  const why = whyNotConfirm(view, useSession()?.user.email ?? null);
  return (
    <section>
      <h2>Podsumowanie i potwierdzenie</h2>
      <GoesOver kind={kind} />
      <p>
        Z listy dostępów – zostaje: {itemsCounted(counts.keep)}, kończy się: {itemsCounted(counts.end)}
        {counts.undecided > 0 ? `, bez decyzji: ${itemsCounted(counts.undecided)}` : ''}.
      </p>
      {why ? (
        <p class="asset-note">{why}</p>
      ) : (
        <div class="acts">
          <ConfirmAct
            words={{
              first: 'Potwierdź cesję',
              title: 'Potwierdzić cesję?',
              what: isLastWord(view) ? LAST : FIRST,
              last: isLastWord(view) ? 'Potwierdź i zakończ cesję' : 'Potwierdź teraz',
            }}
            leave="Wróć do podsumowania"
            danger={isLastWord(view)}
            main
            act={() => confirmCession(view)}
            onDone={onChanged}
          />
        </div>
      )}
      <div class="acts">
        <ConfirmAct
          words={{
            first: 'Odwołaj cesję',
            title: 'Odwołać cesję?',
            what: 'Abonent i dostępy pozostaną bez zmian, a link drugiej strony przestanie działać. Druga strona dostanie wiadomość. Cesję można zacząć od nowa.',
            last: 'Odwołaj teraz',
          }}
          leave="Prowadź dalej"
          danger
          act={() => cancelCession(view.id)}
          onDone={onChanged}
        />
      </div>
    </section>
  );
}
