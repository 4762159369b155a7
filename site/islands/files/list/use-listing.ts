import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EntryPage, FileEntry } from '../../../../contract/files/server.ts';
import type { Door, Order } from '../door/door.ts';
import type { DoorFailure } from '../door/fault.ts';

/** The first rows are there at once, the others in few requests. */
const FIRST = 200;
const MORE = 1000;

export interface Sorting {
  order: Order;
  descending: boolean;
}
interface Known {
  at: string;
  entries: readonly FileEntry[];
  total: number;
  next: string | null;
  /** Null until the directory was read. */
  here: FileEntry | null;
  failed: DoorFailure | null;
  loading: boolean;
}
const unknown = (at: string): Known => ({ at, entries: [], total: 0, next: null, here: null, failed: null, loading: true });

/** A directory page by page, as it is on the server. */
export function useListing(door: Door, at: string, { order, descending }: Sorting) {
  const known = useRef<Known>(unknown(at));
  const [, redraw] = useState(0);
  const stop = useRef<AbortController | null>(null);
  // What another directory's rows were is never shown under this one's name.
  if (known.current.at !== at) known.current = unknown(at);
  const put = useCallback((part: Partial<Known>) => {
    known.current = { ...known.current, ...part };
    redraw((n) => n + 1);
  }, []);

  const read = useCallback(
    async (after: string | null, limit: number): Promise<EntryPage | null> => {
      if (after === null) stop.current?.abort();
      stop.current ??= new AbortController();
      if (stop.current.signal.aborted) stop.current = new AbortController();
      const { signal } = stop.current;
      // A cursor belongs to the order that it came from.
      put({ loading: true, failed: null, ...(after === null ? { next: null } : {}) });
      const page = await door.list({ at, after: after ?? undefined, limit, order, descending }, signal);
      if (signal.aborted || known.current.at !== at) return null;
      put(page.ok ? { loading: false } : { loading: false, failed: page });
      return page.ok ? page.value : null;
    },
    [door, at, order, descending],
  );
  /** Reads the directory anew, as much of it as was known. */
  const reload = useCallback(async () => {
    const page = await read(null, Math.min(MORE, Math.max(FIRST, known.current.entries.length)));
    if (page) put({ entries: page.entries, total: page.total, next: page.next, here: page.here });
  }, [read]);
  const more = useCallback(async () => {
    const { next } = known.current;
    const page = next === null ? null : await read(next, MORE);
    if (!page) return;
    const seen = new Set(known.current.entries.map(({ ref }) => ref));
    const entries = [...known.current.entries, ...page.entries.filter(({ ref }) => !seen.has(ref))];
    put({ entries, total: page.total, next: page.next });
  }, [read]);
  /** Everything, or as much as could be read. */
  const readAll = useCallback(async () => {
    while (known.current.next !== null && known.current.failed === null && known.current.at === at) await more();
    return known.current.entries;
  }, [more]);

  useEffect(() => {
    void reload();
    return () => stop.current?.abort();
  }, [reload]);
  return { ...known.current, reload, more, readAll };
}
export type Listing = ReturnType<typeof useListing>;
