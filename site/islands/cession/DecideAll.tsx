import type { CessionView } from '../../../contract/index.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { type Decided, decide } from './acts.ts';
import { allAs } from './cession-words.ts';

const WORDS = {
  keep: {
    first: 'Wszystko zostaje',
    title: 'Zachować wszystkie dostępy?',
    what: 'Po cesji te osoby wejdą tak jak dotąd. Nowy abonent może im to odebrać. Do potwierdzenia zmienisz każdą decyzję.',
    last: 'Zachowaj wszystkie',
  },
  end: {
    first: 'Wszystko się kończy',
    title: 'Zakończyć wszystkie dostępy?',
    what: 'W chwili cesji te osoby stracą dostęp. Wcześniej nic się nie zmieni. Do potwierdzenia zmienisz każdą decyzję.',
    last: 'Zakończ wszystkie',
  },
} as const;

interface DecideAllProps {
  view: CessionView;
  decision: Decided['decision'];
  onDone: (view: CessionView) => void;
}

/** One decision for the whole list, after a look at whom it is about. */
export function DecideAll({ view, decision, onDone }: DecideAllProps) {
  const all = allAs(view.items, decision);
  return (
    <ConfirmAct
      words={WORDS[decision]}
      leave="Wróć do listy"
      danger={decision === 'end'}
      act={() => decide(view, all)}
      onDone={onDone}
    >
      <ul>
        {view.items
          .filter(({ mayStay }) => mayStay)
          .map(({ id, title, person }) => (
            <li key={id}>
              {title} – {person}
            </li>
          ))}
      </ul>
    </ConfirmAct>
  );
}
