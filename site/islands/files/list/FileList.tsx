// biome-ignore-all lint/a11y/useSemanticElements: a grid of which only what is near the screen has rows; a table could not leave the others out.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { all, extendTo, none, only, type Selection, toggle } from '../selection.ts';
import { CHUNK, Chunk } from './Chunk.tsx';
import { Head } from './Head.tsx';
import { rowId } from './Row.tsx';
import { useChunks } from './use-chunks.ts';
import { type ActKey, useListKeys } from './use-list-keys.ts';
import type { Listing, Sorting } from './use-listing.ts';

const ROW_PX = 44;

interface FileListProps {
  serviceId: string;
  name: string;
  listing: Listing;
  sorting: Sorting;
  selection: Selection;
  onSort: (sorting: Sorting) => void;
  onSelect: (selection: Selection) => void;
  onOpen: (entry: FileEntry) => void;
  onKey: (key: ActKey) => void;
}

const placeOf = (target: EventTarget | null): number => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return row ? Number(row.dataset.place) : -1;
};
const isWithin = (target: EventTarget | null, selector: string) => target instanceof Element && target.closest(selector) !== null;

/** The files of a directory: one stop for Tab, arrows within, and the same with a finger or a mouse. */
export function FileList({ serviceId, name, listing, sorting, selection, onSort, onSelect, onOpen, onKey }: FileListProps) {
  const { entries, total } = listing;
  const grid = useRef<HTMLDivElement>(null);
  const isByKey = useRef(false);
  const chunks = useChunks(entries);
  const stop = entries.some(({ ref }) => ref === selection.focus) ? selection.focus : (entries[0]?.ref ?? null);
  const select = (next: Selection) => {
    isByKey.current = true;
    onSelect(next);
  };
  const onKeyDown = useListKeys({
    entries,
    selection: { ...selection, focus: stop },
    pageRows: () => Math.max(1, Math.floor(innerHeight / ROW_PX) - 3),
    readAll: listing.readAll,
    onSelect: select,
    onKey,
  });
  useLayoutEffect(() => {
    if (!isByKey.current) return;
    isByKey.current = false;
    const place = entries.findIndex(({ ref }) => ref === selection.focus);
    document.getElementById(rowId(place))?.focus();
  }, [selection]);
  // The next rows come before the last ones are reached.
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || listing.next === null || listing.failed) return;
    const seen = new IntersectionObserver(([mark]) => mark?.isIntersecting && void listing.more(), { rootMargin: '1000px' });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [listing.next, listing.failed, listing.more]);

  const onClick = (event: MouseEvent) => {
    const entry = entries[placeOf(event.target)];
    if (!entry) return;
    const refs = () => entries.map(({ ref }) => ref);
    const isTick = isWithin(event.target, '.file-tick');
    // A label's press comes a second time as its box's own.
    if (isTick && !(event.target instanceof HTMLInputElement)) return;
    if (event.shiftKey) select(extendTo(selection, refs(), entry.ref));
    else if (isTick || event.ctrlKey || event.metaKey) select(toggle(selection, entry.ref));
    else if (isWithin(event.target, '.file-open')) onOpen(entry);
    else select(only(entry.ref));
    if (!isTick) event.preventDefault();
  };
  const isAllChosen = total > 0 && selection.chosen.size === total;
  const chooseAll = async () =>
    onSelect(
      isAllChosen
        ? none(selection)
        : all(
            selection,
            (await listing.readAll()).map(({ ref }) => ref),
          ),
    );
  return (
    <div
      ref={grid}
      role="grid"
      class="file-list"
      aria-label={name}
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      aria-busy={listing.loading}
      onClick={onClick}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onKeyDown={(event) => placeOf(event.target) >= 0 && onKeyDown(event)}
    >
      <Head sorting={sorting} isAllChosen={isAllChosen} onSort={onSort} onAll={chooseAll} />
      {chunks.map((chunk, at) => (
        <Chunk
          key={chunk[0]?.ref}
          serviceId={serviceId}
          entries={chunk}
          first={at * CHUNK}
          chosen={selection.chosen}
          stop={stop}
        />
      ))}
      <div ref={end} aria-hidden="true" />
    </div>
  );
}
