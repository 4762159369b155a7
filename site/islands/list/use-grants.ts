import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import type { Failure } from '../../api/result.ts';
import { useLoad } from '../parts/use-load.ts';
import type { Order } from './arrange.ts';

type Show = 'live' | 'ended';
const PAGE = 50;

const fetchPage = (order: Order, show: Show, after?: string, quiet = false) =>
  call((options) => api.grants.$get({ query: { order, show, limit: String(PAGE), ...(after ? { after } : {}) } }, options), {
    quiet,
  });

/** The list page by page; refreshing reads the first page again and keeps later ones as they were. */
export function useGrants(order: Order, show: Show) {
  const first = useLoad(`${order}/${show}`, () => fetchPage(order, show));
  const [more, setMore] = useState<{ key: string; grants: GrantView[]; next: string | null } | null>(null);
  const [fresh, setFresh] = useState<{ key: string; grants: GrantView[]; next: string | null } | null>(null);
  const [moreFailed, setMoreFailed] = useState<Failure | null>(null);
  const key = `${order}/${show}`;
  const top = fresh?.key === key ? fresh : first.value;
  const later = more?.key === key ? more : null;
  const seen = new Set(top?.grants.map(({ id }) => id));
  const grants = top ? [...top.grants, ...(later?.grants ?? []).filter(({ id }) => !seen.has(id))] : null;
  const next = later ? later.next : (top?.next ?? null);

  const loadMore = async () => {
    const page = await fetchPage(order, show, next ?? undefined);
    setMoreFailed(page.ok ? null : page);
    if (page.ok) setMore({ key, grants: [...(later?.grants ?? []), ...page.value.grants], next: page.value.next });
  };
  const refresh = async () => {
    // What was refused is asked for again only when the person says so.
    if (!top) return;
    const page = await fetchPage(order, show, undefined, true);
    if (page.ok) setFresh({ key, ...page.value });
  };
  const reload = async () => {
    setFresh(null);
    setMore(null);
    await first.reload();
  };
  return { grants, next, loading: first.loading, failed: first.failed, moreFailed, loadMore, refresh, reload };
}
