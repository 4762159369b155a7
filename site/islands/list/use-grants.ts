import { api, call } from '../../api/client.ts';
import { usePages } from '../parts/use-pages.ts';
import type { Order } from './arrange.ts';

const PAGE = '50';

/** The account's grants, page by page. */
export const useGrants = (order: Order, show: 'live' | 'ended') =>
  usePages(`${order}/${show}`, async (after, quiet) => {
    const query = { order, show, limit: PAGE, ...(after ? { after } : {}) };
    const page = await call((options) => api.grants.$get({ query }, options), { quiet });
    return page.ok ? { ok: true, value: { items: page.value.grants, next: page.value.next } } : page;
  });
