import { useState } from 'preact/hooks';
import { liesWithin, parentRef } from '../../../../contract/files/path.ts';
import { thingsWords } from '../../../words/files.ts';
import { Act } from '../../parts/Act.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import type { Door } from '../door/door.ts';
import { shownName, shownPath } from '../place.ts';
import { FolderTree } from './FolderTree.tsx';

interface PlaceDialogProps {
  door: Door;
  post: '/moves' | '/copies';
  refs: readonly string[];
  from: string;
  onPlace: (into: string) => void;
  onClose: () => void;
}

const WORDS = {
  '/moves': { title: 'Dokąd przenieść', act: 'Przenieś tutaj' },
  '/copies': { title: 'Dokąd skopiować', act: 'Skopiuj tutaj' },
};

/** Chooses the directory that things go into; one cannot go into itself. */
export function PlaceDialog({ door, post, refs, from, onPlace, onClose }: PlaceDialogProps) {
  const [chosen, setChosen] = useState(from);
  const { title, act } = WORDS[post];
  const isInside = (ref: string) => refs.some((one) => liesWithin(one, ref));
  const isSame = post === '/moves' && refs.every((one) => parentRef(one) === chosen);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{refs.length === 1 && refs[0] ? <span class="path">{shownName(refs[0])}</span> : thingsWords(refs.length)}</p>
      <fieldset class="choices">
        <legend>Katalog</legend>
        <div class="tree-window">
          <FolderTree
            door={door}
            chosen={from}
            stamp={0}
            row={(ref) => (
              <label>
                <input
                  type="radio"
                  name="into"
                  value={ref}
                  checked={chosen === ref}
                  disabled={isInside(ref)}
                  onChange={() => setChosen(ref)}
                />
                <span class="path">{shownName(ref)}</span>
              </label>
            )}
          />
        </div>
      </fieldset>
      <p>
        Wybrane miejsce: <span class="path">{shownPath(chosen)}</span>
      </p>
      {isSame ? <p class="hint">To już tu leży. Wybierz inny katalog.</p> : null}
      <p class="acts">
        <button type="button" class="button" disabled={isSame} onClick={() => onPlace(chosen)}>
          {act}
        </button>
        <Act tone="quiet" onAct={onClose}>
          Zostaw, gdzie jest
        </Act>
      </p>
    </Dialog>
  );
}
