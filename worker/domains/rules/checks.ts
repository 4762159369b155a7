import { type DnsRecord, isWithin, type RecordType, targetOf, type ZoneFinding } from '../../../contract/index.ts';
import { finding } from './finding.ts';
import type { ZoneChange } from './zone.ts';

/** A zone as lookups see it, and where in the list of new records each one stands. */
export interface Names {
  domain: string;
  all: readonly DnsRecord[];
  of(name: string): readonly DnsRecord[];
  /** What answers for a name: its own records, or those of the nearest `*`. */
  answering(name: string): readonly DnsRecord[];
  /** Names that other servers answer for, and all below them. */
  cutAbove(name: string): string | null;
  /** The place of the record that comes with this name (and type), or null. */
  placeOf(name: string, type?: RecordType): number | null;
}

const parentOf = (name: string) => name.slice(name.indexOf('.') + 1);

function group<V>(records: readonly DnsRecord[], value: (record: DnsRecord, at: number) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  records.forEach((record, at) => {
    const one = groups.get(record.name);
    if (one) one.push(value(record, at));
    else groups.set(record.name, [value(record, at)]);
  });
  return groups;
}

/** The names of a zone after a change; `add` are the records as they were given, in that order. */
export function namesOf(domain: string, records: readonly DnsRecord[], add: readonly (DnsRecord | null)[] = []): Names {
  const byName = group(records, (record) => record);
  const places = new Map<string, { type: RecordType; at: number }[]>();
  add.forEach((record, at) => {
    if (record) places.set(record.name, [...(places.get(record.name) ?? []), { type: record.type, at }]);
  });
  const cuts = new Set(records.filter(({ name, type }) => type === 'NS' && name !== domain).map(({ name }) => name));
  const of = (name: string) => byName.get(name) ?? [];
  const above = (name: string, found: (candidate: string) => boolean): string | null => {
    for (let at = name; at !== domain && isWithin(at, domain); at = parentOf(at)) if (found(at)) return at;
    return null;
  };
  return {
    domain,
    all: records,
    of,
    answering(name) {
      if (byName.has(name)) return of(name);
      const covered = above(name, (candidate) => byName.has(`*.${parentOf(candidate)}`));
      return covered ? of(`*.${parentOf(covered)}`) : [];
    },
    cutAbove: (name) => (cuts.size === 0 ? null : above(name, (candidate) => cuts.has(candidate))),
    placeOf: (name, type) => places.get(name)?.find((place) => type === undefined || place.type === type)?.at ?? null,
  };
}

const starts = (record: DnsRecord, text: string) => record.type === 'TXT' && record.data.toLowerCase().startsWith(`"${text}`);

/** What cannot stand together under one name. */
function togetherFindings(names: Names, name: string, records: readonly DnsRecord[]): ZoneFinding[] {
  const { domain } = names;
  const found: ZoneFinding[] = [];
  const count = (fits: (record: DnsRecord) => boolean) => records.filter(fits).length;
  const say = (type: RecordType, code: Parameters<typeof finding>[2], field: ZoneFinding['field'] = 'name') =>
    found.push(finding(names.placeOf(name, type) ?? names.placeOf(name), field, code, { name, domain }));
  const cnames = count(({ type }) => type === 'CNAME');
  if (cnames > 0 && name === domain) say('CNAME', 'cname-at-top', 'type');
  else if (cnames > 0 && cnames < records.length) say('CNAME', 'cname-beside');
  if (cnames > 1) say('CNAME', 'cname-twice');
  if (name === domain && count(({ type }) => type === 'NS') > 0) say('NS', 'ns-at-top', 'type');
  if (name.startsWith('*.') && count(({ type }) => type === 'NS') > 0) say('NS', 'wildcard-ns', 'type');
  if (count((record) => starts(record, 'v=spf1')) > 1) say('TXT', 'spf-twice', 'data');
  if (name.startsWith('_dmarc.') && count((record) => starts(record, 'v=dmarc1')) > 1) say('TXT', 'dmarc-twice', 'data');
  const mx = records.filter(({ type }) => type === 'MX');
  if (mx.length > 1 && mx.some(({ data }) => data.endsWith(' .'))) say('MX', 'mx-none-beside', 'data');
  return found;
}

const TO_CNAME = { MX: 'mx-to-cname', NS: 'ns-to-cname', SRV: 'srv-to-cname' } as const;

/** A target that is only an alias. */
function targetFindings(names: Names, record: DnsRecord): ZoneFinding[] {
  const target = targetOf(record);
  if (target === null || !isWithin(target, names.domain)) return [];
  const { name, type } = record;
  if (type === 'CNAME') return leadsBack(names, name) ? [finding(names.placeOf(name), 'data', 'cname-loop', { name })] : [];
  const isAlias = names.answering(target).some((other) => other.type === 'CNAME');
  if (!isAlias || !(type in TO_CNAME)) return [];
  const at = names.placeOf(name, type) ?? names.placeOf(target);
  return [finding(at, 'data', TO_CNAME[type as keyof typeof TO_CNAME], { target, name })];
}

function leadsBack(names: Names, from: string): boolean {
  let at = from;
  for (let steps = 0; steps < 20; steps += 1) {
    const next = names.of(at).find(({ type }) => type === 'CNAME')?.data;
    if (next === undefined) return false;
    if (next === from) return true;
    at = next;
  }
  return false;
}

/** Everything for which a zone could not be served, or would be served wrongly. */
export function graveFindings(names: Names, change: Pick<ZoneChange, 'after'>): ZoneFinding[] {
  const groups = new Set(change.after.map(({ name }) => name));
  return [
    ...[...groups].flatMap((name) => togetherFindings(names, name, names.of(name))),
    ...change.after.flatMap((record) => targetFindings(names, record)),
  ];
}
