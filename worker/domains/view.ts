import {
  type ApplyFault,
  type DnsRecord,
  endpoints,
  RECORDS_SHOWN,
  type ZoneChangeView,
  type ZonePreview,
  type ZoneView,
} from '../../contract/index.ts';
import type { StoredChange } from './changes-store.ts';
import { unpack } from './packed.ts';
import type { Judged } from './rules/judge.ts';
import { pageOf } from './rules/page.ts';
import { identity, inverse } from './rules/zone.ts';
import { recordsOf, type StoredZone } from './store.ts';

const shown = <T>(all: readonly T[]): T[] => all.slice(0, RECORDS_SHOWN);

/** Names of the servers that answer for a domain; none until its host has said them. */
export const nameserversOf = ({ endpoints: said }: Pick<StoredZone, 'endpoints'>): string[] =>
  (said === null ? undefined : endpoints.parse(JSON.parse(said)).dns?.nameservers) ?? [];

/** One page of a zone. */
export function zoneViewOf(
  zone: StoredZone,
  query: { search?: string | undefined; after?: string | undefined; limit: number },
  ds: string[] | null,
): ZoneView {
  const { serviceId, domain, as, gen, ackedGen } = zone;
  return {
    serviceId,
    domain,
    as,
    version: gen,
    state: ackedGen < gen ? 'pending' : 'applied',
    problem: zone.problem as ApplyFault | null,
    nameservers: nameserversOf(zone),
    ds,
    ...pageOf(recordsOf(zone), domain, query),
  };
}

export function previewOf(version: number, judged: Judged, skipped: ZonePreview['skipped'] = []): ZonePreview {
  const { removed, added } = judged.change;
  return {
    version,
    removed: shown(removed),
    added: shown(added),
    counts: { removed: removed.length, added: added.length },
    findings: judged.findings,
    skipped: shown(skipped),
  };
}

/** A zone's records, laid out for finding single ones. */
export interface Laid {
  gen: number;
  records: readonly DnsRecord[];
  ttls: ReadonlyMap<string, number>;
}
export function layOut(zone: StoredZone): Laid {
  const records = recordsOf(zone);
  return { gen: zone.gen, records, ttls: new Map(records.map((record) => [identity(record), record.ttl])) };
}

/** Of a change without its records only the newest is known to be undoable. */
function isUndoable(laid: Laid, { gen }: StoredChange, made: { removed: DnsRecord[]; added: DnsRecord[] } | null): boolean {
  if (gen === laid.gen) return true;
  if (!made) return false;
  const stands = made.added.every((record) => laid.ttls.get(identity(record)) === record.ttl);
  const mayBe = stands && !made.removed.some((record) => laid.ttls.has(identity(record)) && !isAmong(record, made.added));
  return mayBe && inverse(laid.records, made) !== null;
}
const isAmong = (record: DnsRecord, others: readonly DnsRecord[]) => others.some((other) => identity(other) === identity(record));

/** One change as the owner and the delegate see it. */
export async function changeViewOf(laid: Laid, change: StoredChange): Promise<ZoneChangeView> {
  const counts = { removed: change.removedCount, added: change.addedCount };
  const [removed, added] = await Promise.all([unpack(change.removed), unpack(change.added)]);
  const isWhole = removed.length === counts.removed && added.length === counts.added;
  return {
    id: change.id,
    at: change.at,
    by: change.byName,
    byDelegate: change.byDelegate,
    removed: shown(removed),
    added: shown(added),
    counts,
    undoes: change.undoes,
    undoable: isUndoable(laid, change, isWhole ? { removed, added } : null),
    undone: change.undone === 1,
  };
}
