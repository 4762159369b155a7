import type { DnsRecord, RecordType, TypedRecord, ZoneFinding } from '../../../contract/index.ts';
import { type FieldProblem, failure } from '../../api/result.ts';
import { readableText, relativeName } from './names.ts';
import { dataWords, TYPES } from './record-words.ts';

/** One record as it is being typed; `from` is the one that it replaces. */
export interface Line {
  id: string;
  from: DnsRecord | null;
  name: string;
  type: RecordType;
  ttl: string;
  data: string;
}

/** A change that is being collected; nothing of it is sent before it was looked at as a whole. */
export interface ZoneDraft {
  removed: readonly DnsRecord[];
  lines: readonly Line[];
}
export const EMPTY_DRAFT: ZoneDraft = { removed: [], lines: [] };
export const isEmpty = ({ removed, lines }: ZoneDraft): boolean => removed.length + lines.length === 0;

/** What tells a record from all others of its zone. */
export const keyOf = ({ name, type, data }: Pick<DnsRecord, 'name' | 'type' | 'data'>): string => `${name} ${type} ${data}`;
const isSame = (one: DnsRecord, other: DnsRecord) => keyOf(one) === keyOf(other);

export const newLine = (id: string, type: RecordType = 'A'): Line => ({ id, from: null, name: '', type, ttl: '3600', data: '' });
export const lineFrom = (id: string, record: DnsRecord, domain: string): Line => ({
  id,
  from: record,
  name: relativeName(record.name, domain),
  type: record.type,
  ttl: String(record.ttl),
  data: dataWords(record),
});

/** What the draft does to a record of the zone. */
export function markOf({ removed, lines }: ZoneDraft, record: DnsRecord): 'removed' | 'changed' | null {
  if (removed.some((one) => isSame(one, record))) return 'removed';
  return lines.some(({ from }) => from && isSame(from, record)) ? 'changed' : null;
}

export const withRemoval = (draft: ZoneDraft, record: DnsRecord): ZoneDraft => ({
  removed: [...draft.removed.filter((one) => !isSame(one, record)), record],
  lines: draft.lines.filter(({ from }) => !from || !isSame(from, record)),
});
export const withoutRemoval = (draft: ZoneDraft, record: DnsRecord): ZoneDraft => ({
  ...draft,
  removed: draft.removed.filter((one) => !isSame(one, record)),
});
export const withLine = (draft: ZoneDraft, line: Line): ZoneDraft => ({ ...draft, lines: [...draft.lines, line] });
export const withoutLine = (draft: ZoneDraft, id: string): ZoneDraft => ({
  ...draft,
  lines: draft.lines.filter((line) => line.id !== id),
});
export const changeLine = (draft: ZoneDraft, id: string, part: Partial<Line>): ZoneDraft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.id === id ? { ...line, ...part } : line)),
});

/** The request that a draft stands for. */
export function bodyOf({ removed, lines }: ZoneDraft, version: number) {
  const replaced = lines.flatMap(({ from }) => (from ? [from] : []));
  const add = lines.map(
    ({ name, type, ttl, data }): TypedRecord => ({ name: name.trim(), type, ttl: Number(ttl), data: data.trim() }),
  );
  return { version, remove: [...removed, ...replaced], add };
}

/** Something to be said beside a field of one line, or about all of them. */
export interface Said {
  line: string | null;
  field: ZoneFinding['field'];
  message: string;
  grave: boolean;
}

/** What is plainly missing; the rest only the server can judge. */
export const checkLines = ({ lines }: ZoneDraft): Said[] =>
  lines.flatMap(({ id: line, ttl, data }) => [
    ...(data.trim() ? [] : [{ line, field: 'data' as const, message: failure('required').message, grave: true }]),
    ...(/^\d{1,9}$/.test(ttl.trim())
      ? []
      : [{ line, field: 'ttl' as const, message: failure('ttl-out-of-range').message, grave: true }]),
  ]);

/** What the preview has found, beside the lines as they were sent. */
export const saidOf = (findings: readonly ZoneFinding[], { lines }: ZoneDraft): Said[] =>
  findings.map(({ at, field, message: said, grave }) => {
    const message = readableText(said);
    const line = at === null ? null : (lines[at]?.id ?? null);
    return { line, field: line === null ? null : (field ?? 'data'), message, grave };
  });

const FIELDS = ['name', 'type', 'ttl', 'data'] as const;

/** The same of a refusal, whose fields are paths like `add.0.ttl`. */
export const saidOfRefusal = (fields: readonly FieldProblem[], { lines }: ZoneDraft): Said[] =>
  fields.map(({ field, message: said }) => {
    const message = readableText(said);
    const [, at, name] = /^add\.(\d+)(?:\.(\w+))?/.exec(field) ?? [];
    const line = at === undefined ? null : (lines[Number(at)]?.id ?? null);
    return { line, field: line === null ? null : (FIELDS.find((one) => one === name) ?? 'data'), message, grave: true };
  });

/** A draft after others have changed the zone: `now` are the records that it names as they stand. What is gone cannot go again. */
export function settled(draft: ZoneDraft, now: readonly DnsRecord[]): { draft: ZoneDraft; gone: DnsRecord[] } {
  const gone: DnsRecord[] = [];
  const standing = (record: DnsRecord) => {
    const found = now.find((one) => isSame(one, record)) ?? null;
    if (!found) gone.push(record);
    return found;
  };
  const removed = draft.removed.flatMap((record) => standing(record) ?? []);
  const lines = draft.lines.map((line) => (line.from ? { ...line, from: standing(line.from) } : line));
  return { draft: { removed, lines }, gone };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isThing = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isType = (value: unknown): value is RecordType => TYPES.some((type) => type === value);

const isRecord = (value: unknown): value is DnsRecord =>
  isThing(value) && isText(value.name) && isType(value.type) && typeof value.ttl === 'number' && isText(value.data);
const isLine = (value: unknown): value is Line =>
  isThing(value) &&
  [value.id, value.name, value.ttl, value.data].every(isText) &&
  isType(value.type) &&
  (value.from === null || isRecord(value.from));

/** What was kept through a reload; whatever is not a whole draft is none. */
export function readZoneDraft(text: string | null): ZoneDraft {
  const kept: unknown = text ? JSON.parse(text) : null;
  if (!isThing(kept) || !Array.isArray(kept.removed) || !Array.isArray(kept.lines)) return EMPTY_DRAFT;
  return { removed: kept.removed.filter(isRecord), lines: kept.lines.filter(isLine) };
}
