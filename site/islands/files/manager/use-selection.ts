import { useEffect, useRef, useState } from 'preact/hooks';
import type { Listing } from '../list/use-listing.ts';
import { keptIn, NOTHING, type Selection } from '../selection.ts';

/** What is chosen in a directory; what is no more there is chosen no more. */
export function useSelection(at: string, listing: Listing) {
  const [kept, setKept] = useState<{ at: string; selection: Selection }>({ at, selection: NOTHING });
  const selection = kept.at === at ? kept.selection : NOTHING;
  const select = (next: Selection) => setKept({ at, selection: next });
  const before = useRef<{ at: string; refs: readonly string[] }>({ at, refs: [] });
  useEffect(() => {
    const refs = listing.entries.map(({ ref }) => ref);
    const last = before.current;
    before.current = { at, refs };
    if (last.at !== at || last.refs.length === 0 || refs.length === 0) return;
    setKept((now) => (now.at === at ? { at, selection: keptIn(now.selection, refs, last.refs) } : now));
  }, [listing.entries]);
  return { selection, select };
}
