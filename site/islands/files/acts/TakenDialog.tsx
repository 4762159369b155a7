import { useState } from 'preact/hooks';
import { Act } from '../../parts/Act.tsx';
import { Agreement } from '../../parts/Choice.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import type { Choice } from '../perform.ts';
import { shownName } from '../place.ts';
import type { Question } from './use-runner.ts';

/** Something of that name is there already; leaving the question ends the act where it is. */
export function TakenDialog({ question: { ref, more, answer } }: { question: Question }) {
  const [forAll, setForAll] = useState(false);
  const choose = (what: Choice['what']) => answer({ what, forAll });
  return (
    <Dialog title="Coś o tej nazwie już tam jest" onClose={() => answer(null)}>
      <p>
        Nazwa: <span class="path">{shownName(ref)}</span>
      </p>
      <ul>
        <li>„Zostaw obie” – ta druga dostanie numer w nazwie.</li>
        <li>„Zastąp” – to, co tam leży, trafi do kosza na 30 dni.</li>
        <li>„Pomiń” – nic się nie zmieni.</li>
      </ul>
      {more ? <Agreement id="for-all" label="Tak samo z następnymi" checked={forAll} onChecked={setForAll} /> : null}
      <p class="acts">
        <Act onAct={() => choose('keep-both')}>Zostaw obie</Act>
        <Act tone="quiet" onAct={() => choose('replace')}>
          Zastąp
        </Act>
        <Act tone="quiet" onAct={() => choose('skip')}>
          Pomiń
        </Act>
      </p>
    </Dialog>
  );
}
