import { useState } from 'preact/hooks';
import type { Failure, Result } from '../../api/result.ts';
import { useLoad } from './use-load.ts';

export interface Page<T> {
  items: readonly T[];
  next: string | null;
}
type LoadPage<T> = (after: string | null, quiet: boolean) => Promise<Result<Page<T>>>;

/** The first page read anew and the pages read after the old one: they stay only while they still follow it. */
export const laterAfter = <T>(before: Page<T>, fresh: Page<T>, later: Page<T> | null): Page<T> | null =>
  before.next === fresh.next ? later : null;

/** A list page by page; another `key` is another list, and refreshing reads the first page again. */
export function usePages<T extends { id: string | number }>(key: string, load: LoadPage<T>) {
  const first = useLoad(key, () => load(null, false));
  const [more, setMore] = useState<{ key: string; top: Page<T> | null; later: Page<T> | null }>({ key, top: null, later: null });
  const [moreFailed, setMoreFailed] = useState<Failure | null>(null);
  const known = more.key === key ? more : { key, top: null, later: null };
  const top = known.top ?? first.value;
  const seen = new Set(top?.items.map(({ id }) => id));
  const items = top ? [...top.items, ...(known.later?.items ?? []).filter(({ id }) => !seen.has(id))] : null;
  const next = known.later ? known.later.next : (top?.next ?? null);

  const loadMore = async () => {
    const page = await load(next, false);
    setMoreFailed(page.ok ? null : page);
    if (page.ok)
      setMore({
        ...known,
        later: { items: [...(known.later?.items ?? []), ...page.value.items], next: page.value.next },
      });
  };
  const refresh = async () => {
    // What was refused is asked for again only when the person says so.
    if (!top) return;
    const page = await load(null, true);
    if (page.ok) setMore({ key, top: page.value, later: laterAfter(top, page.value, known.later) });
  };
  const reload = async () => {
    setMore({ key, top: null, later: null });
    await first.reload();
  };
  return { items, next, loading: first.loading, failed: first.failed, moreFailed, loadMore, refresh, reload };
}
