import { useState } from 'preact/hooks';
import { sizeWords } from '../../../../content/words/index.ts';
import { visiblePath } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import { Agreement } from '../../parts/Choice.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import type { Transfer } from './transfer.ts';
import type { Conflict } from './uploads.ts';

interface ConflictDialogProps {
  asking: Transfer;
  onAnswer: (choice: Conflict, forAll: boolean) => void;
}

/** Something of that name is there already; leaving the question leaves everything as it is. */
export function ConflictDialog({ asking, onAnswer }: ConflictDialogProps) {
  const [forAll, setForAll] = useState(false);
  return (
    <Dialog title="Taki plik już jest na serwerze" onClose={() => onAnswer('skip', false)}>
      <p>
        Nazwa: <span class="path">{visiblePath(asking.name)}</span> (Twój ma {sizeWords(asking.size)}).
      </p>
      <p>Gdy zastąpisz plik na serwerze, trafi on do kosza na 30 dni. Gdy pominiesz swój, na serwerze nic się nie zmieni.</p>
      <Agreement id="for-all" label="To samo z każdym następnym" checked={forAll} onChecked={setForAll} />
      <p class="acts">
        <Act onAct={() => onAnswer('keep-both', forAll)}>Zostaw oba</Act>
        <Act tone="quiet" onAct={() => onAnswer('replace', forAll)}>
          Zastąp
        </Act>
        <Act tone="quiet" onAct={() => onAnswer('skip', forAll)}>
          Pomiń
        </Act>
      </p>
    </Dialog>
  );
}
