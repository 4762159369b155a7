import { type DnsRecord, MAX_RECORDS, MAX_ZONE_BYTES, type TypedRecord, type ZoneFinding } from '../../../contract/index.ts';
import { graveFindings, namesOf } from './checks.ts';
import { finding } from './finding.ts';
import { duplicates, readTyped } from './typed.ts';
import { warnings } from './warnings.ts';
import { changed, missingIn, type ZoneChange } from './zone.ts';

/** A change with all that is to be said of it; `grave` findings forbid it. */
export interface Judged {
  change: ZoneChange;
  findings: ZoneFinding[];
}

/** How many findings anybody reads. The gravest come first. */
const MOST_FINDINGS = 100;

export const isGrave = ({ findings }: Pick<Judged, 'findings'>): boolean => findings.some(({ grave }) => grave);

/** Bytes that records take as they are kept. Canonical text is ASCII, so characters are bytes. */
export const sizeOf = (records: readonly DnsRecord[]): number => JSON.stringify({ records }).length;

/** Judges a change whose records are in their canonical form already. */
export function judge(
  domain: string,
  change: ZoneChange,
  add: readonly (DnsRecord | null)[],
  others: readonly ZoneFinding[] = [],
): Judged {
  const names = namesOf(domain, change.after, add);
  const tooLarge = change.after.length > MAX_RECORDS || sizeOf(change.after) > MAX_ZONE_BYTES;
  const findings = [
    ...others,
    ...(tooLarge ? [finding(null, null, 'zone-too-large')] : []),
    ...graveFindings(names, change),
    ...warnings(names, change, add),
  ];
  const inOrder = [...findings.filter(({ grave }) => grave), ...findings.filter(({ grave }) => !grave)];
  return { change, findings: inOrder.slice(0, MOST_FINDINGS) };
}

/** Judges what somebody typed; null when a record that is to go is not there (any more). */
export function judgeTyped(
  domain: string,
  before: readonly DnsRecord[],
  { remove, add }: { remove: readonly DnsRecord[]; add: readonly TypedRecord[] },
): Judged | null {
  if (missingIn(before, remove).length > 0) return null;
  const read = add.map((typed, at) => readTyped(typed, at, domain));
  const records = read.map(({ record }) => record);
  const stay = changed(before, remove, []).after;
  const change = changed(
    before,
    remove,
    records.filter((record) => record !== null),
  );
  return judge(domain, change, records, [...read.flatMap(({ findings }) => findings), ...duplicates(stay, records)]);
}
