import { useRef, useState } from 'preact/hooks';
import { typedOwner } from '../../../contract/dns/index.ts';
import type { DnsRecord, ZoneView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import type { Failure } from '../../api/result.ts';
import { useLive } from '../parts/use-live.ts';
import { useLoad } from '../parts/use-load.ts';
import { keyOf } from './draft.ts';

/** What to look for: a name with Polish letters is looked for as the zone has it. */
export function sought(typed: string, domain: string): string {
  const text = typed.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  return /^[\x00-\x7f]*$/.test(text) ? text : (typedOwner(domain)(text) ?? text);
}

const PAGE = '50';
/** Most characters that a search may have. */
const SEARCH = 200;

export function readZone(serviceId: string, search: string, after: string | null, quiet: boolean, limit = PAGE) {
  const query = { limit, ...(search ? { search: search.slice(0, SEARCH) } : {}), ...(after ? { after } : {}) };
  return call((options) => api.domains[':serviceId'].zone.$get({ param: { serviceId }, query }, options), { quiet });
}

/** A zone after another look: pages read before stay only while it is the same version of it. */
export const merged = (before: ZoneView, fresh: ZoneView): ZoneView =>
  before.version === fresh.version ? { ...fresh, ds: fresh.ds ?? before.ds, records: before.records, next: before.next } : fresh;

/** One more page of the same version. */
export const extended = (before: ZoneView, page: ZoneView): ZoneView => ({
  ...before,
  records: [...before.records, ...page.records],
  next: page.next,
});

/** A zone page by page, or what a search finds in it, followed until the name server has its newest version. */
export function useZone(serviceId: string, search: string) {
  const key = `${serviceId} ${search}`;
  const first = useLoad(key, () => readZone(serviceId, search, null, false));
  const [known, setKnown] = useState<{ key: string; zone: ZoneView } | null>(null);
  const [lost, setLost] = useState<Failure | null>(null);
  const [moreFailed, setMoreFailed] = useState<Failure | null>(null);
  const last = useRef<ZoneView | null>(null);
  const listed = known?.key === key ? known.zone : first.value;
  // While another search is under way, the rest of the page stays.
  const zone = listed ?? last.current;
  last.current = zone;

  const refresh = async (): Promise<void> => {
    if (!listed) return;
    const fresh = await readZone(serviceId, search, null, true);
    setLost(fresh.ok ? null : fresh);
    if (fresh.ok) setKnown((old) => ({ key, zone: merged(old?.key === key ? old.zone : listed, fresh.value) }));
  };
  const loadMore = async () => {
    if (!listed?.next) return;
    const page = await readZone(serviceId, search, listed.next, false);
    setMoreFailed(page.ok ? null : page);
    if (!page.ok) return;
    if (page.value.version === listed.version) setKnown({ key, zone: extended(listed, page.value) });
    else await refresh();
  };
  useLive(zone?.state === 'pending', refresh);
  return {
    zone,
    records: listed?.records ?? null,
    next: listed?.next ?? null,
    loading: first.loading,
    /** How the last look at it was refused; what was known before stays. */
    lost,
    failed: first.failed,
    reload: first.reload,
    moreFailed,
    loadMore,
    refresh,
  };
}

const MOST_LOOKS = 100;

/** Those of these records that are in the zone now, whatever their TTL is. */
export async function standing(serviceId: string, wanted: readonly DnsRecord[]): Promise<DnsRecord[]> {
  const found: DnsRecord[] = [];
  for (const record of wanted.slice(0, MOST_LOOKS)) {
    const page = await readZone(serviceId, keyOf(record), null, true);
    // What cannot be looked up stays as it was; the server decides in the end.
    const now = page.ok ? page.value.records.find((one) => keyOf(one) === keyOf(record)) : record;
    if (now) found.push(now);
  }
  return [...found, ...wanted.slice(MOST_LOOKS)];
}
