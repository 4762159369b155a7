import { z } from 'zod';

/** Types of record that people manage. SOA, the NS at the top and everything of DNSSEC are the server's own. */
export const RECORD_TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'CAA', 'NS'] as const;
export const recordType = z.enum(RECORD_TYPES);
export type RecordType = z.infer<typeof recordType>;

/** Seconds. */
export const MIN_TTL = 60;
export const MAX_TTL = 604_800;
/** Most records that one zone holds. */
export const MAX_RECORDS = 20_000;
/** Most bytes that a zone takes as JSON: a table's row holds two million. */
export const MAX_ZONE_BYTES = 1_800_000;

/** A name in a zone without its dot at the end: labels of 1–63 ASCII characters, `_` allowed, `*` only as the first label; at most 253. */
export const recordName = z
  .string()
  .max(253)
  .regex(/^(?:\*|[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/);

/**
 * One record. `name` is whole, in lower-case ASCII, without a dot at the end. `data` is in the canonical presentation form of its type:
 * host names whole, lower-case and without a dot at the end; IPv6 shortest; TXT as quoted strings of at most 255 bytes each.
 */
export const dnsRecord = z.strictObject({
  name: recordName,
  type: recordType,
  ttl: z.int().min(MIN_TTL).max(MAX_TTL),
  data: z.string().min(1).max(4096),
});
export type DnsRecord = z.infer<typeof dnsRecord>;

/** The whole wanted state of one zone, named by its domain: its records in the order of {@link compareRecords}, none twice. */
export const zoneDesired = z.strictObject({ records: z.array(dnsRecord).max(MAX_RECORDS) });
export type ZoneDesired = z.infer<typeof zoneDesired>;

const keyOf = ({ name, type, data }: DnsRecord) => `${name}\u0000${type}\u0000${data}`;

/** The one order in which a zone's records are kept and compared. */
export const compareRecords = (one: DnsRecord, other: DnsRecord): number => {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : one.ttl - other.ttl;
};

export const zoneDigestInput = (state: ZoneDesired): string =>
  state.records.map(({ name, type, ttl, data }) => JSON.stringify([name, type, ttl, data])).join('\n');

/** Nobody is signed in to a zone. */
export const zoneNarrows = (): boolean => false;
