import { type DnsRecord, isWithin, type RecordType, targetOf, type ZoneFinding } from '../../../contract/index.ts';
import { type Names, namesOf } from './checks.ts';
import { finding } from './finding.ts';
import { identity, setOf, type ZoneChange } from './zone.ts';

/** Addresses that nobody on the Internet reaches (RFC 1918, 1122, 3927, 6598, 4193, 4291). */
const PRIVATE =
  /^(0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^f[cd]|^fe[89ab]|^::1?$/;
const isAddress = ({ type }: DnsRecord) => type === 'A' || type === 'AAAA';
const leadsSomewhere = (record: DnsRecord) => isAddress(record) || record.type === 'CNAME';

/** What should be thought of with one record that comes. */
function ofRecord(names: Names, before: Names, record: DnsRecord, at: number): ZoneFinding[] {
  const found: ZoneFinding[] = [];
  const { name, type, data } = record;
  const target = targetOf(record);
  if (isAddress(record) && PRIVATE.test(data)) found.push(finding(at, 'data', 'private-address'));
  if (target && isWithin(target, names.domain)) {
    const hasNone = names.answering(target).length === 0;
    if (type === 'NS' && isWithin(target, name) && !names.of(target).some(isAddress))
      found.push(finding(at, 'data', 'glue-missing', { target }));
    else if (hasNone && names.cutAbove(target) === null) found.push(finding(at, 'data', 'target-missing', { target }));
  }
  const cut = names.cutAbove(name);
  if (cut !== null && type !== 'NS' && !isAddress(record))
    found.push(finding(at, 'name', 'hidden-by-delegation', { name, target: cut }));
  if (name.startsWith('*.')) found.push(finding(at, 'name', 'wildcard-covers'));
  const covering = before.of(name).length === 0 ? before.answering(name) : [];
  const wildcard = covering[0]?.name;
  if (wildcard && covering.some((other) => !names.of(name).some((own) => own.type === other.type)))
    found.push(finding(at, 'name', 'wildcard-hidden', { name, target: wildcard }));
  return found;
}

/** Records that a new NS takes out of sight. */
function hidden(names: Names, change: ZoneChange): ZoneFinding[] {
  const cuts = new Set(change.added.filter(({ name, type }) => type === 'NS' && name !== names.domain).map(({ name }) => name));
  if (cuts.size === 0) return [];
  return change.before.flatMap((record) => {
    const cut = names.cutAbove(record.name);
    const isHidden = cut !== null && cuts.has(cut) && record.type !== 'NS' && !isAddress(record);
    return isHidden
      ? [finding(names.placeOf(cut, 'NS'), 'name', 'hidden-by-delegation', { name: record.name, target: cut })]
      : [];
  });
}

/** Sets whose other records take the TTL of those that come. */
function unified(change: ZoneChange, add: readonly (DnsRecord | null)[]): ZoneFinding[] {
  const ttls = new Map(change.after.map((record) => [setOf(record), record.ttl]));
  const old = new Map(change.before.map((record) => [setOf(record), record.ttl]));
  const coming = new Set(add.map((record) => record && identity(record)));
  const stays = new Set(change.after.map(identity).filter((one) => !coming.has(one)));
  const keeps = new Set(change.before.filter((record) => stays.has(identity(record))).map(setOf));
  const told = new Set<string>();
  return add.flatMap((record, at) => {
    if (!record || told.has(setOf(record))) return [];
    const set = setOf(record);
    const ttl = ttls.get(set);
    if (record.ttl === ttl && (!keeps.has(set) || old.get(set) === ttl)) return [];
    told.add(set);
    return [finding(at, 'ttl', 'ttl-unified', record)];
  });
}

/** What a domain loses with its last record of a kind. */
function losses({ domain }: Names, { before, after }: ZoneChange): ZoneFinding[] {
  const lost = (name: string, fits: (record: DnsRecord) => boolean) => {
    const has = (records: readonly DnsRecord[]) => records.some((record) => record.name === name && fits(record));
    return has(before) && !has(after);
  };
  const isOf = (type: RecordType) => (record: DnsRecord) => record.type === type;
  return [
    ...(lost(domain, isOf('MX')) ? [finding(null, null, 'last-mx', { domain })] : []),
    ...[domain, `www.${domain}`]
      .filter((name) => lost(name, leadsSomewhere))
      .map((name) => finding(null, null, 'last-address', { name })),
  ];
}

/** What a change should not be made without knowing. */
export function warnings(names: Names, change: ZoneChange, add: readonly (DnsRecord | null)[]): ZoneFinding[] {
  const before = namesOf(names.domain, change.before);
  const added = new Set(change.added.map(identity));
  return [
    ...add.flatMap((record, at) => (record && added.has(identity(record)) ? ofRecord(names, before, record, at) : [])),
    ...hidden(names, change),
    ...unified(change, add),
    ...losses(names, change),
  ];
}
