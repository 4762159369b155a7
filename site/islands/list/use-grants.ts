import { useEffect, useRef } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import type { Result } from '../../api/result.ts';
import type { Page } from '../parts/use-pages.ts';
import { usePages } from '../parts/use-pages.ts';
import { queryOf, type View } from './view.ts';

const PAGE = 50;
/** A page of a narrow search may be short, or empty, while more is to come: so often it is asked on by itself. */
const TRIES = 5;

async function readPage(view: View, after: string | null, quiet: boolean): Promise<Result<Page<GrantView>>> {
  const items: GrantView[] = [];
  let next = after;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const query = { ...queryOf(view), limit: String(PAGE), ...(next ? { after: next } : {}) };
    const page = await call((options) => api.grants.$get({ query }, options), { quiet });
    if (!page.ok) return page;
    items.push(...page.value.grants);
    next = page.value.next;
    if (next === null || items.length >= PAGE / 2) break;
  }
  return { ok: true, value: { items, next } };
}

/** The account's grants, page by page; those of the view before stay until the new ones are there. */
export function useGrants(view: View) {
  const pages = usePages(JSON.stringify(queryOf(view)), (after, quiet) => readPage(view, after, quiet));
  const before = useRef<readonly GrantView[] | null>(null);
  useEffect(() => {
    if (pages.items) before.current = pages.items;
  }, [pages.items]);
  return { ...pages, shown: pages.items ?? before.current };
}
