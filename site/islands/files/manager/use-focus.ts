import { useEffect, useRef } from 'preact/hooks';
import type { Listing } from '../list/use-listing.ts';
import { only, type Selection } from '../selection.ts';

interface FocusProps {
  at: string;
  pointed: string | null;
  listing: Listing;
  selection: Selection;
  select: (selection: Selection) => void;
  /** Changes after each act. */
  stamp: number;
}

/** The row that the keyboard is at, or the words of an empty directory. */
const LIST = '.file-list [tabindex="0"][data-place], .empty > h2';

/** Keeps the keyboard in the list: after walking to another directory, and when what had the focus is there no more. */
export function useFocus({ at, pointed, listing, selection, select, stamp }: FocusProps) {
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const settled = useRef('');
  const isUsed = useRef(false);
  const focusList = () => place.current?.querySelector<HTMLElement>(LIST)?.focus();

  useEffect(() => {
    const key = JSON.stringify([at, pointed]);
    if (!listing.here || settled.current === key) return;
    settled.current = key;
    const settle = async () => {
      const { entries } = listing;
      const list = pointed === null || entries.some(({ ref }) => ref === pointed) ? entries : await listing.readAll();
      const there = list.find(({ ref }) => ref === pointed);
      const [first] = list;
      if (there) select(only(there.ref));
      else if (wanted.current && first) select({ ...selection, focus: first.ref });
      if (wanted.current || there) requestAnimationFrame(focusList);
      wanted.current = false;
    };
    void settle();
  }, [listing.here, at, pointed]);

  // A row that was moved away, or a button of what was chosen, takes the focus with it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const now = document.activeElement;
      if (isUsed.current && (now === document.body || now?.matches('.file-bar :disabled'))) focusList();
    });
    return () => cancelAnimationFrame(frame);
  });
  useEffect(() => {
    const use = () => {
      isUsed.current = true;
    };
    place.current?.addEventListener('focusin', use);
    return () => place.current?.removeEventListener('focusin', use);
  }, [stamp]);
  const want = () => {
    wanted.current = true;
  };
  return { place, want };
}
