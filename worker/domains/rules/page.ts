import type { DnsRecord } from '../../../contract/index.ts';

/** Records as people look for them: those of the domain itself, and then the rest by name. They come in the canonical order. */
export function topFirst(records: readonly DnsRecord[], domain: string): DnsRecord[] {
  const top = records.filter(({ name }) => name === domain);
  return [...top, ...records.filter(({ name }) => name !== domain)];
}

/** One page of those that hold what is searched for, in a name, a type or a value. The cursor is a place in the list. */
export function pageOf(
  records: readonly DnsRecord[],
  domain: string,
  { search, after, limit }: { search?: string | undefined; after?: string | undefined; limit: number },
): { total: number; records: DnsRecord[]; next: string | null } {
  const sought = search?.trim().toLowerCase() ?? '';
  const found = topFirst(records, domain).filter(
    ({ name, type, data }) => sought === '' || `${name} ${type} ${data}`.toLowerCase().includes(sought),
  );
  const from = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0;
  const next = from + limit < found.length ? String(from + limit) : null;
  return { total: found.length, records: found.slice(from, from + limit), next };
}
