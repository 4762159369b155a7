// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time has the focus for its cells; in the head its buttons have it.
// biome-ignore-all lint/a11y/useSemanticElements: a grid of which only what is near the screen has rows; a table could not leave the others out.
import type { Order } from '../door/door.ts';
import type { Sorting } from './use-listing.ts';

const COLUMNS: readonly (readonly [Order, string, string])[] = [
  ['name', 'Nazwa', 'file-name'],
  ['size', 'Rozmiar', 'file-size'],
  ['changed', 'Zmieniono', 'file-changed'],
];

interface HeadProps {
  sorting: Sorting;
  isAllChosen: boolean;
  onSort: (sorting: Sorting) => void;
  onAll: () => void;
}

/** What each column is, and by which the list is sorted. */
export const Head = ({ sorting, isAllChosen, onSort, onAll }: HeadProps) => (
  <div role="rowgroup" class="file-head">
    <div role="row" aria-rowindex={1} class="file-row">
      <div role="columnheader" class="file-tick">
        <label>
          <input type="checkbox" aria-label="Zaznacz wszystko" checked={isAllChosen} onChange={onAll} />
        </label>
      </div>
      {COLUMNS.map(([order, word, name]) => {
        const isThis = sorting.order === order;
        const direction = sorting.descending ? 'descending' : 'ascending';
        return (
          <div key={order} role="columnheader" class={name} aria-sort={isThis ? direction : 'none'}>
            <button type="button" onClick={() => onSort({ order, descending: isThis && !sorting.descending })}>
              {word}
            </button>
          </div>
        );
      })}
    </div>
  </div>
);
