import { useCallback, useRef, useState } from 'preact/hooks';
import { nameOf } from '../../../../contract/files/path.ts';
import { visibleName } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import type { TransferAreaProps } from '../slots.ts';
import { type Gathered, gatherChosen } from './gather.ts';
import { shared } from './shared.ts';
import { TransferPanel } from './TransferPanel.tsx';
import { Unfinished } from './Unfinished.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useDrop } from './use-drop.ts';

const canChooseFolders = 'webkitdirectory' in HTMLInputElement.prototype;

/** A button that opens the browser's own chooser. */
function Chooser({ folder = false, word, onChosen }: { folder?: boolean; word: string; onChosen: (files: FileList) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = (chooser: HTMLInputElement) => {
    if (chooser.files?.length) onChosen(chooser.files);
    // The same choice again is a choice too.
    chooser.value = '';
  };
  return (
    <>
      <Act tone={folder ? 'quiet' : 'main'} onAct={() => input.current?.click()}>
        {word}
      </Act>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={word}
        {...(folder ? { webkitdirectory: true } : {})}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}

/** Where files are chosen and dropped, and how far they are. */
export function TransferArea({ serviceId, door, into, onArrived }: TransferAreaProps) {
  const { uploads, arrived } = shared(serviceId);
  const [lost, setLost] = useState(false);
  /** What goes on again is no earlier visit's any longer: its notice must not throw that away. */
  const [untouched, setUntouched] = useState(uploads.isUntouched);
  const add = useCallback(
    (gathered: Gathered) => {
      setLost(false);
      setUntouched(false);
      uploads.add(gathered, into);
    },
    [uploads, into],
  );
  const over = useDrop(
    add,
    useCallback(() => setLost(true), []),
  );
  useArrivals(arrived, onArrived);
  const here = into === '/' ? 'katalog główny' : visibleName(nameOf(into));
  return (
    <div class="transfer-area">
      <p class="acts transfer-choosers">
        <Chooser word="Wyślij pliki" onChosen={(files) => add(gatherChosen(files))} />
        {canChooseFolders ? <Chooser folder word="Wyślij katalog" onChosen={(files) => add(gatherChosen(files))} /> : null}
        <span class="hint transfer-drop-hint">albo przeciągnij je tutaj z komputera</span>
      </p>
      {lost ? (
        <p class="notice" data-tone="danger" role="alert">
          Przeglądarka nie może odczytać tego, co zostało upuszczone. Nic nie zostało wysłane – wybierz to przyciskiem powyżej.
        </p>
      ) : null}
      {untouched ? <Unfinished serviceId={serviceId} door={door} /> : null}
      <TransferPanel uploads={uploads} />
      {over ? (
        <div class="transfer-drop" aria-hidden="true">
          <p>
            Upuść, a wyślemy to tutaj: <span class="path">{here}</span>
          </p>
        </div>
      ) : null}
    </div>
  );
}
