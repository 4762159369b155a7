import { useState } from 'preact/hooks';
import { Act } from '../parts/Act.tsx';
import { Extend, type Extended } from './Extend.tsx';
import { grantsCounted } from './list-words.ts';
import { MOST_PICKED, type Picked } from './use-picked.ts';

interface PickedBarProps {
  picked: Picked;
  onExtended: (results: readonly Extended[]) => void;
}

/** What can be done with all that is picked; it stays in sight while the list is read. */
export function PickedBar({ picked, onExtended }: PickedBarProps) {
  const [extending, setExtending] = useState(false);
  const many = picked.grants.length;
  return (
    <>
      <p class="visually-hidden" role="status">
        {many > 0 ? `Zaznaczone: ${grantsCounted(many)}.` : ''}
      </p>
      {many > 0 ? (
        <section class="picked-bar no-print" aria-label="Zaznaczone dostępy">
          <strong>Zaznaczone: {grantsCounted(many)}</strong>
          {many > MOST_PICKED ? (
            <span>Naraz zmienisz najwyżej {MOST_PICKED}. Odznacz kilka.</span>
          ) : (
            <Act onAct={() => setExtending(true)}>Przedłuż zaznaczone</Act>
          )}
          <Act tone="quiet" onAct={() => picked.keep([])}>
            Odznacz wszystkie
          </Act>
        </section>
      ) : null}
      {extending ? (
        <Extend
          grants={picked.grants}
          onClose={() => setExtending(false)}
          onDone={(results) => {
            setExtending(false);
            picked.keep(results.filter(({ refused }) => refused !== null).map(({ grant }) => grant.id));
            onExtended(results);
          }}
        />
      ) : null}
    </>
  );
}
