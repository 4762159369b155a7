import { type DnsRecord, targetOf } from '../../../contract/index.ts';
import { topFirst } from './page.ts';

const MOST_USED = 3600;
/** Refresh, retry, expire and least TTL of a zone's SOA, in seconds (RFC 1912, 2.2). */
const TIMES = '10800 3600 1209600 3600';

const relative = (name: string, domain: string) => (name === domain ? '@' : name.slice(0, -domain.length - 1));
/** Names are whole, so each gets its dot. */
const dotted = (record: DnsRecord) => (targetOf(record) === null ? record.data : `${record.data}.`);

/** A zone as a file that any DNS program reads (RFC 1035). Names of servers and the SOA are there only where the servers are known. */
export function writeZoneFile(
  domain: string,
  zone: { records: readonly DnsRecord[]; version: number; nameservers: readonly string[] },
): string {
  const [first] = zone.nameservers;
  const top = first
    ? [
        `@\t${MOST_USED}\tIN\tSOA\t${first}. hostmaster.${domain}. ${zone.version} ${TIMES}`,
        ...zone.nameservers.map((server) => `@\t${MOST_USED}\tIN\tNS\t${server}.`),
      ]
    : [];
  const lines = topFirst(zone.records, domain).map(
    (record) => `${relative(record.name, domain)}\t${record.ttl}\tIN\t${record.type}\t${dotted(record)}`,
  );
  return [`; ${domain}`, `$ORIGIN ${domain}.`, `$TTL ${MOST_USED}`, ...top, ...lines, ''].join('\n');
}
