import { compareRecords, type DnsRecord } from '../../../contract/index.ts';

/** A zone before and after, and what makes the difference. */
export interface ZoneChange {
  before: readonly DnsRecord[];
  after: readonly DnsRecord[];
  removed: readonly DnsRecord[];
  added: readonly DnsRecord[];
}

/** What makes a record another one: two that differ in nothing else but their TTL cannot both be. */
export const identity = ({ name, type, data }: DnsRecord): string => `${name} ${type} ${data}`;
const whole = (record: DnsRecord): string => `${identity(record)} ${record.ttl}`;
/** Records of one name and type are answered together. */
export const setOf = ({ name, type }: DnsRecord): string => `${name} ${type}`;

const without = (records: readonly DnsRecord[], others: readonly DnsRecord[]): DnsRecord[] => {
  const gone = new Set(others.map(whole));
  return records.filter((record) => !gone.has(whole(record)));
};

/** Records that are to go and are not there, as they are named. */
export const missingIn = (records: readonly DnsRecord[], remove: readonly DnsRecord[]): DnsRecord[] => without(remove, records);

/** The TTL that each set takes when these records come: the least of theirs, for a set has one (RFC 2181, 5.2). */
function ttlsOf(add: readonly DnsRecord[]): Map<string, number> {
  const ttls = new Map<string, number>();
  for (const record of add) ttls.set(setOf(record), Math.min(record.ttl, ttls.get(setOf(record)) ?? record.ttl));
  return ttls;
}

/** What becomes of a zone when records go and others come. Of two that are the same the first stays; a set takes one TTL. */
export function changed(before: readonly DnsRecord[], remove: readonly DnsRecord[], add: readonly DnsRecord[]): ZoneChange {
  const ttls = ttlsOf(add);
  const known = new Set<string>();
  const after: DnsRecord[] = [];
  for (const record of [...without(before, remove), ...add]) {
    if (known.has(identity(record))) continue;
    known.add(identity(record));
    const ttl = ttls.get(setOf(record)) ?? record.ttl;
    after.push(ttl === record.ttl ? record : { ...record, ttl });
  }
  after.sort(compareRecords);
  return { before, after, removed: without(before, after), added: without(after, before) };
}

/** The change that makes another one unmade; null when somebody has changed those records since. */
export function inverse(now: readonly DnsRecord[], made: Pick<ZoneChange, 'removed' | 'added'>): ZoneChange | null {
  const left = without(now, made.added);
  if (left.length !== now.length - made.added.length) return null;
  const taken = new Set(left.map(identity));
  if (made.removed.some((record) => taken.has(identity(record)))) return null;
  const after = [...left, ...made.removed].sort(compareRecords);
  return hasOneTtlEach(after) ? { before: now, after, removed: made.added, added: made.removed } : null;
}

const hasOneTtlEach = (records: readonly DnsRecord[]): boolean => {
  const ttls = new Map<string, number>();
  return records.every((record) => {
    const ttl = ttls.get(setOf(record)) ?? record.ttl;
    ttls.set(setOf(record), ttl);
    return ttl === record.ttl;
  });
};
