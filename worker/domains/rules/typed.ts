import {
  canonicalData,
  type DnsRecord,
  isOwnerName,
  isWithin,
  type TypedRecord,
  typedHost,
  typedOwner,
  typedText,
  type ZoneFinding,
} from '../../../contract/index.ts';
import { finding } from './finding.ts';
import { identity } from './zone.ts';

/** Ends of names that are hardly meant to stand before another domain. */
const WELL_KNOWN_ENDS = /\.(pl|eu|com|net|org|info|biz|de|uk|io)$/;

/** A record made of what somebody typed, with what should be said of it; null when none can be made. */
export function readTyped(typed: TypedRecord, at: number, domain: string): { record: DnsRecord | null; findings: ZoneFinding[] } {
  const name = typedOwner(domain)(typed.name);
  const read = canonicalData(typed.type, typed.type === 'TXT' ? typedText(typed.data) : typed.data, typedHost(domain));
  const findings = [
    ...nameFindings(name, typed.name, at, domain),
    ...(read.ok ? [] : [finding(at, 'data', read.code, { type: typed.type })]),
  ];
  const record = name && read.ok ? { name, type: typed.type, ttl: typed.ttl, data: read.data } : null;
  if (findings.some(({ grave }) => grave)) return { record: null, findings };
  if (record?.type === 'TXT' && !typed.data.startsWith('"') && /[^\\]" "/.test(record.data) && typed.data.length > 255)
    findings.push(finding(at, 'data', 'txt-split'));
  return { record, findings };
}

function nameFindings(name: string | null, typed: string, at: number, domain: string): ZoneFinding[] {
  if (name === null || !isOwnerName(name)) {
    const isWildcard = typed.includes('*') && !/^\*(\.[^*]*)?$/.test(typed);
    return [finding(at, 'name', isWildcard ? 'wildcard-place' : 'name-invalid')];
  }
  if (!isWithin(name, domain)) return [finding(at, 'name', 'name-outside', { name, domain })];
  const isRelative = name !== typed.toLowerCase() && !typed.endsWith('.');
  const looksWhole = isRelative && WELL_KNOWN_ENDS.test(name.slice(0, -domain.length - 1));
  return looksWhole ? [finding(at, 'name', 'name-looks-whole', { name })] : [];
}

/** Records that are there already once what is to go is gone, or that come twice. */
export function duplicates(stay: readonly DnsRecord[], add: readonly (DnsRecord | null)[]): ZoneFinding[] {
  const known = new Set(stay.map(identity));
  return add.flatMap((record, at) => {
    if (!record) return [];
    if (known.has(identity(record))) return [finding(at, 'data', 'duplicate')];
    known.add(identity(record));
    return [];
  });
}
