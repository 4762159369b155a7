// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time has the focus for its cells; in the head its buttons have it.
// biome-ignore-all lint/a11y/useSemanticElements: a grid of which only what is near the screen has rows; a table could not leave the others out.
import { sizeWords } from '../../../../content/words/index.ts';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { changedWords, KIND_WORDS } from '../../../words/files.ts';
import { isOdd, visibleName, visiblePath } from '../../../words/names.ts';
import { kindOf } from '../kinds.ts';
import { addressOf } from '../place.ts';

export interface RowProps {
  serviceId: string;
  entry: FileEntry;
  /** From 0, among all that are shown. */
  place: number;
  isChosen: boolean;
  isStop: boolean;
}

export const rowId = (place: number): string => `plik-${place}`;

/** A name with every character seen; a directory's is a link, so that it can be opened in another tab. */
function Name({ serviceId, entry }: Pick<RowProps, 'serviceId' | 'entry'>) {
  const name = visibleName(entry.name);
  if (entry.type === 'directory')
    return (
      <a class="path file-open" tabIndex={-1} href={addressOf(serviceId, entry.ref)}>
        {name}
      </a>
    );
  return (
    <button type="button" class="path file-open" tabIndex={-1}>
      {name}
    </button>
  );
}

/** One line of a list of files. What happens on a press, the list knows. */
export function Row({ serviceId, entry, place, isChosen, isStop }: RowProps) {
  const kind = kindOf(entry);
  return (
    <div
      role="row"
      id={rowId(place)}
      class="file-row"
      data-place={place}
      data-kind={kind}
      aria-rowindex={place + 2}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
    >
      <div role="gridcell" class="file-tick">
        <label>
          <input type="checkbox" tabIndex={-1} checked={isChosen} aria-label={`Zaznacz: ${visibleName(entry.name)}`} />
        </label>
      </div>
      <div role="gridcell" class="file-name">
        <Name serviceId={serviceId} entry={entry} />
        <span class="visually-hidden">, {KIND_WORDS[kind]}</span>
        {entry.leadsTo === null ? null : (
          <small>
            skrót do: <span class="path">{visiblePath(entry.leadsTo)}</span>
          </small>
        )}
        {isOdd(entry.name) ? <small>W nazwie są znaki, których nie widać – zapisaliśmy je kodem.</small> : null}
      </div>
      <div role="gridcell" class="file-size">
        {entry.type === 'file' ? sizeWords(entry.size) : ''}
      </div>
      <div role="gridcell" class="file-changed">
        {changedWords(entry.changedAt)}
      </div>
    </div>
  );
}
