import { useState } from 'preact/hooks';
import { sizeWords } from '../../../../content/words/index.ts';
import { momentWords } from '../../../words/dates.ts';
import { Act } from '../../parts/Act.tsx';
import type { DoorFailure } from '../door/fault.ts';
import { failureWords } from '../edit/words.ts';
import { FileWindow } from '../FileWindow.tsx';
import type { OpenedFileProps } from '../slots.ts';
import { download } from '../transfer/download.ts';
import { beside } from './beside.ts';
import { Picture } from './Picture.tsx';
import { isShown, MOST_SHOWN_BYTES, pictureType } from './picture.ts';

/** A file that is not edited here: a picture to look at, or what is known of it; and a way to have it. */
export function Preview({ door, entry, among, onShow, onClose }: OpenedFileProps) {
  const [failed, setFailed] = useState<DoorFailure | null>(null);
  const { before, after, at, of } = beside(entry, among);
  const save = async () => {
    const result = await download(door, [entry.ref]);
    setFailed(result.ok ? null : result);
  };
  const press = ({ key }: KeyboardEvent) => {
    const next = key === 'ArrowLeft' ? before : key === 'ArrowRight' ? after : null;
    if (next) onShow(next);
  };
  return (
    <FileWindow name={entry.name} onClose={onClose} onKey={press}>
      {isShown(entry) ? (
        <Picture key={entry.ref} door={door} entry={entry} />
      ) : (
        <p>
          {pictureType(entry.name) && entry.size > MOST_SHOWN_BYTES
            ? 'Ten obraz jest za duży, żeby pokazać go w przeglądarce. Pobierz go na komputer.'
            : 'Tego pliku nie da się pokazać w przeglądarce. Pobierz go i otwórz na komputerze.'}
        </p>
      )}
      <dl class="facts preview-facts">
        <div>
          <dt>Rozmiar</dt>
          <dd>{sizeWords(entry.size)}</dd>
        </div>
        <div>
          <dt>Zmieniony</dt>
          <dd>{momentWords(entry.changedAt)}</dd>
        </div>
      </dl>
      {failed ? (
        <p class="notice" data-tone="danger" role="alert">
          {failureWords(failed)}
        </p>
      ) : null}
      <p class="acts">
        <Act onAct={save}>Pobierz</Act>
        {of > 1 ? (
          <>
            <button type="button" class="button button-quiet" disabled={!before} onClick={() => before && onShow(before)}>
              Poprzedni obraz
            </button>
            <button type="button" class="button button-quiet" disabled={!after} onClick={() => after && onShow(after)}>
              Następny obraz
            </button>
          </>
        ) : null}
      </p>
      {of > 1 ? (
        <p class="hint" role="status">
          Obraz {at} z {of}. Strzałki w lewo i w prawo pokazują sąsiednie.
        </p>
      ) : null}
    </FileWindow>
  );
}
