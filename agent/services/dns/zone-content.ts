import { compareRecords, type DnsRecord, type RecordType } from '../../../contract/index.ts';
import type { Change, Rrset, Zone } from './api.ts';
import { fromServer, toServer } from './presentation.ts';

/** Whose zones we touch: written into the account of each zone, and beside its gen. */
export const MARK = 'klucznik';

export type ServerOptions = {
  /** Names of the servers that answer; the first is where changes are made. */
  nameservers: readonly string[];
  /** E-mail address of whoever looks after the zones. */
  hostmaster: string;
};

/** Of the SOA and of the NS at the top. */
const OWN_TTL = 3600;
/** Refresh, retry and expire, which only secondaries read, and for how long "no such name" is believed. */
const SOA_TIMES = '10800 3600 1209600 300';
/** What the server makes by itself, or an operator for it. */
const SERVERS_OWN = new Set(['SOA', 'DNSKEY', 'CDNSKEY', 'CDS', 'DS', 'NSEC', 'NSEC3', 'NSEC3PARAM', 'RRSIG']);

const isOwn = (zone: string, { name, type }: { name: string; type: string }) =>
  SERVERS_OWN.has(type) || (type === 'NS' && name === `${zone}.`);

/** Records that people manage, in their order. One that was switched off counts as another. */
export const recordsOf = (zone: string, rrsets: readonly Rrset[]): DnsRecord[] =>
  rrsets
    .filter((rrset) => !isOwn(zone, rrset))
    .flatMap(({ name, type, ttl, records }) =>
      records.map(({ content, disabled }) => ({
        name: name.replace(/\.$/, ''),
        type: type as RecordType,
        ttl,
        data: `${fromServer(type, content)}${disabled ? ' (disabled)' : ''}`,
      })),
    )
    .sort(compareRecords);

/** What the server says for itself in each zone: SOA, where its gen is noted too, and the NS at the top. */
function ownSets(zone: string, gen: number, serial: number, { nameservers, hostmaster }: ServerOptions): Change[] {
  const [local = '', domain = ''] = hostmaster.split('@');
  const responsible = `${local.replaceAll('.', '\\.')}.${domain}.`;
  const soa = `${nameservers[0]}. ${responsible} ${serial} ${SOA_TIMES}`;
  const own = { name: `${zone}.`, ttl: OWN_TTL };
  return [
    { ...own, type: 'SOA', contents: [soa], comment: noteOf(gen) },
    { ...own, type: 'NS', contents: nameservers.map((name) => `${name}.`) },
  ];
}

const noteOf = (gen: number) => `gen ${gen}`;

/** The gen that was applied last; 0 when nobody knows. */
export function genOf({ name, rrsets }: Pick<Zone, 'name' | 'rrsets'>): number {
  const soa = rrsets.find((rrset) => rrset.type === 'SOA' && rrset.name === name);
  const note = soa?.comments.find(({ account }) => account === MARK)?.content;
  return Number(/^gen (\d+)$/.exec(note ?? '')?.[1] ?? 0);
}

/** Everything a zone is to hold. `serial` is the present one. */
export function wholeZone(
  zone: string,
  gen: number,
  serial: number,
  records: readonly DnsRecord[],
  options: ServerOptions,
): Change[] {
  const sets = new Map<string, Change>();
  for (const { name, type, ttl, data } of records) {
    const key = `${name}/${type}`;
    const set = sets.get(key) ?? { name: `${name}.`, type, ttl, contents: [] };
    set.contents.push(toServer(type, data));
    sets.set(key, set);
  }
  return [...ownSets(zone, gen, serial, options), ...sets.values()];
}

const keyOf = ({ name, type }: { name: string; type: string }) => `${name}/${type}`;
const printOf = (type: string, ttl: number, contents: readonly string[], notes: readonly string[]) =>
  JSON.stringify([ttl, contents.map((content) => fromServer(type, content)).sort(), notes]);

/** What must change for `present` to become `wanted`; deletions first, because a CNAME bears nothing beside it. */
export function changesBetween(zone: string, present: readonly Rrset[], wanted: readonly Change[]): Change[] {
  const prints = new Map(present.map((rrset) => [keyOf(rrset), printOfPresent(rrset)]));
  const kept = new Set(wanted.map(keyOf));
  const gone = present.filter((rrset) => !kept.has(keyOf(rrset)) && !isOwn(zone, rrset));
  const other = wanted.filter(
    (set) => prints.get(keyOf(set)) !== printOf(set.type, set.ttl, set.contents, set.comment === undefined ? [] : [set.comment]),
  );
  return [...gone.map(({ name, type, ttl }) => ({ name, type, ttl, contents: [] })), ...other];
}

/** True when SOA, gen and the NS at the top are as the server's own configuration says. */
export function isServersPartWell({ name, rrsets, serial }: Zone, gen: number, options: ServerOptions): boolean {
  const own = rrsets.filter((rrset) => rrset.name === name && (rrset.type === 'SOA' || rrset.type === 'NS'));
  const zone = name.replace(/\.$/, '');
  return changesBetween(zone, own, ownSets(zone, gen, serial, options)).length === 0;
}

const printOfPresent = ({ type, ttl, records, comments }: Rrset) =>
  records.some(({ disabled }) => disabled)
    ? 'disabled'
    : printOf(
        type,
        ttl,
        records.map(({ content }) => content),
        // Comments on other sets are an operator's and change nothing.
        type === 'SOA' ? comments.filter(({ account }) => account === MARK).map(({ content }) => content) : [],
      );
