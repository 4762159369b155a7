import { useState } from 'preact/hooks';
import type { LicenceView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { usePages } from '../parts/use-pages.ts';

const PAGE = '50';

/** The seats of one service page by page, with the service as it was when they were read. */
export function useSeats(serviceId: string) {
  const [licence, setLicence] = useState<LicenceView | null>(null);
  const param = { serviceId };
  const pages = usePages(serviceId, async (after, quiet) => {
    const query = { limit: PAGE, ...(after ? { after } : {}) };
    const page = await call((options) => api.licences[':serviceId'].seats.$get({ param, query }, options), { quiet });
    if (!page.ok) return page;
    setLicence(page.value.licence);
    return { ok: true, value: { items: page.value.seats, next: page.value.next } };
  });
  return { licence, pages };
}
