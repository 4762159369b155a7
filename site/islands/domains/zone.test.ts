import { describe, expect, it } from 'vitest';
import { type DnsRecord, type RecordType, typedRecord, type ZoneFinding, type ZoneView } from '../../../contract/index.ts';
import { differences, whatWord } from './before-after.ts';
import { whyNotUndone } from './Changes.tsx';
import {
  bodyOf,
  changeLine,
  checkLines,
  EMPTY_DRAFT,
  isEmpty,
  lineFrom,
  markOf,
  newLine,
  readZoneDraft,
  saidOf,
  saidOfRefusal,
  settled,
  withLine,
  withoutLine,
  withoutRemoval,
  withRemoval,
  type ZoneDraft,
} from './draft.ts';
import { dataWords, recordWords, TYPES, ttlWords } from './record-words.ts';
import { extended, merged, sought } from './use-zone.ts';
import { zoneState } from './Zone.tsx';

const record = (name: string, type: RecordType, data: string, ttl = 3600): DnsRecord => ({ name, type, ttl, data });
const WWW = record('www.alfa.test', 'A', '192.0.2.1');
const MX = record('alfa.test', 'MX', '10 mail.alfa.test');
const draftOf = (...lines: ZoneDraft['lines']): ZoneDraft => ({ removed: [MX], lines });

describe('a record in words', () => {
  it('has every type that the contract knows', () =>
    expect([...TYPES].sort()).toEqual([...typedRecord.shape.type.options].sort()));

  it.each([
    ['"v=spf1 mx -all"', 'v=spf1 mx -all'],
    ['"a \\"b\\" \\\\c"', 'a "b" \\c'],
    ['"za\\197\\188\\195\\179\\197\\130\\196\\135"', 'zażółć'],
    [`"${'k'.repeat(255)}" "${'k'.repeat(45)}"`, 'k'.repeat(300)],
  ])('shows the text %j without its quotes', (data, words) => expect(dataWords({ type: 'TXT', data })).toBe(words));

  it.each([
    // Typed again these would become other records.
    '"a" "b"',
    '" a"',
    '"\\200"',
    '"\\009"',
    '"\\"a\\""',
    '""',
  ])('leaves %s as it is', (data) => expect(dataWords({ type: 'TXT', data })).toBe(data));

  it.each<[RecordType, string, string]>([
    ['MX', '10 xn--w-uga1v8h.alfa.test', '10 żółw.alfa.test'],
    ['CNAME', 'localhost', 'localhost.'],
    ['SRV', '1 2 3 .', '1 2 3 .'],
    ['CNAME', 'xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
    ['AAAA', '2001:db8::1', '2001:db8::1'],
    ['CAA', '0 issue "ca.test"', '0 issue "ca.test"'],
  ])('shows the %s %s as it may be typed: %s', (type, data, words) => expect(dataWords({ type, data })).toBe(words));

  it('says its TTL in the greatest whole unit', () =>
    expect([60, 90, 300, 3600, 5400, 86_400, 172_800].map((ttl) => ttlWords(ttl).replace('\u00a0', ' '))).toEqual([
      '1 minuta',
      '90 sekund',
      '5 minut',
      '1 godzina',
      '90 minut',
      '1 dzień',
      '2 dni',
    ]));

  it('fits in a line', () => expect(recordWords(WWW)).toBe('www.alfa.test, A, 192.0.2.1'));
});

describe('a change that is collected', () => {
  it('holds what goes, what comes and what becomes another', () => {
    const changed = changeLine(withLine(EMPTY_DRAFT, lineFrom('1', WWW, 'alfa.test')), '1', { data: ' 192.0.2.2 ' });
    const draft = withLine(withRemoval(changed, MX), { ...newLine('2', 'TXT'), name: '@', data: 'v=spf1 -all', ttl: '60' });
    expect(bodyOf(draft, 7)).toEqual({
      version: 7,
      remove: [MX, WWW],
      add: [
        { name: 'www', type: 'A', ttl: 3600, data: '192.0.2.2' },
        { name: '@', type: 'TXT', ttl: 60, data: 'v=spf1 -all' },
      ],
    });
    expect([markOf(draft, MX), markOf(draft, WWW), markOf(draft, record('x.alfa.test', 'A', '192.0.2.1'))]).toEqual([
      'removed',
      'changed',
      null,
    ]);
  });
  it('forgets a change to a record that goes after all, and everything that is taken out of it', () => {
    const draft = withRemoval(withLine(EMPTY_DRAFT, lineFrom('1', WWW, 'alfa.test')), WWW);
    expect(draft).toEqual({ removed: [WWW], lines: [] });
    expect(isEmpty(withoutRemoval(draft, WWW))).toBe(true);
    expect(isEmpty(withoutLine(withLine(EMPTY_DRAFT, newLine('1')), '1'))).toBe(true);
  });
  it('is kept through a reload, and nothing else is taken for it', () => {
    const draft = draftOf(lineFrom('1', WWW, 'alfa.test'), newLine('2'));
    expect(readZoneDraft(JSON.stringify(draft))).toEqual(draft);
    for (const other of [null, 'null', '{}', '[]', '{"removed":1,"lines":[]}']) expect(readZoneDraft(other)).toEqual(EMPTY_DRAFT);
    const odd = {
      removed: [{ name: 'a' }, MX],
      lines: [
        { ...newLine('3'), type: 'SOA' },
        { ...newLine('4'), from: { name: 1 } },
      ],
    };
    expect(readZoneDraft(JSON.stringify(odd))).toEqual({ removed: [MX], lines: [] });
  });
  it('names what is plainly missing', () => {
    const bad = { ...newLine('1'), data: ' ', ttl: '1h' };
    expect(checkLines(draftOf(bad)).map(({ line, field }) => `${line} ${field}`)).toEqual(['1 data', '1 ttl']);
    expect(checkLines(draftOf({ ...bad, data: 'x', ttl: ' 60 ' }))).toEqual([]);
  });
});

describe('what the server says of it', () => {
  const draft = draftOf(newLine('a'), newLine('b'));
  const found = (at: number | null, field: ZoneFinding['field']): ZoneFinding => ({
    at,
    field,
    code: 'x',
    message: 'm',
    grave: true,
  });
  it('stands beside the field of the very line', () => {
    expect(saidOf([found(1, 'name'), found(0, null), found(null, 'name'), found(9, 'ttl')], draft)).toMatchObject([
      { line: 'b', field: 'name' },
      { line: 'a', field: 'data' },
      { line: null, field: null },
      { line: null, field: null },
    ]);
  });
  it('and so does a refusal', () => {
    const fields = ['add.1.ttl', 'add.0', 'version', 'add.1.nothing'].map((field) => ({ field, code: 'x', message: 'm' }));
    expect(saidOfRefusal(fields, draft).map(({ line, field }) => [line, field])).toEqual([
      ['b', 'ttl'],
      ['a', 'data'],
      [null, null],
      ['b', 'data'],
    ]);
  });
  it('leaves what was typed when somebody else was faster, and takes away only what is still there', () => {
    const typed = { ...lineFrom('1', WWW, 'alfa.test'), data: '192.0.2.9' };
    const { draft: after, gone } = settled({ removed: [MX], lines: [typed, newLine('2')] }, [{ ...WWW, ttl: 60 }]);
    expect(gone).toEqual([MX]);
    expect(after).toEqual({ removed: [], lines: [{ ...typed, from: { ...WWW, ttl: 60 } }, newLine('2')] });
    expect(settled({ removed: [], lines: [typed] }, []).draft.lines).toEqual([{ ...typed, from: null }]);
  });
});

describe('before and after', () => {
  const show = (removed: DnsRecord[], added: DnsRecord[]) =>
    differences(removed, added).map(
      (row) => `${whatWord(row)} ${row.name} ${row.before?.data ?? '-'} > ${row.after?.data ?? '-'}`,
    );
  it('puts a record beside what becomes of it', () => {
    const twice = [record('www.alfa.test', 'A', '192.0.2.1', 60), record('www.alfa.test', 'A', '192.0.2.7')];
    expect(show([record('www.alfa.test', 'A', '192.0.2.9'), WWW], [...twice, record('b.alfa.test', 'A', '192.0.2.1')])).toEqual([
      'Nowy b.alfa.test - > 192.0.2.1',
      'Zmiana www.alfa.test 192.0.2.9 > 192.0.2.7',
      'Zmiana www.alfa.test 192.0.2.1 > 192.0.2.1',
    ]);
  });
  it('never pairs records of different names or types', () =>
    expect(show([MX, WWW], [record('alfa.test', 'TXT', '"x"')])).toEqual([
      'Usunięcie alfa.test 10 mail.alfa.test > -',
      'Nowy alfa.test - > "x"',
      'Usunięcie www.alfa.test 192.0.2.1 > -',
    ]));
});

it('a name with Polish letters is looked for as the zone has it', () => {
  expect(sought(' MX ', 'alfa.test')).toBe('MX');
  expect(sought('żółw', 'alfa.test')).toBe('xn--w-uga1v8h.alfa.test');
  expect(sought('żó łw', 'alfa.test')).toBe('żó łw');
});

describe('a zone that is looked at again', () => {
  const zone = (version: number, records: DnsRecord[], next: string | null): ZoneView => ({
    serviceId: 's',
    domain: 'alfa.test',
    as: 'owner',
    version,
    state: 'applied',
    problem: null,
    nameservers: [],
    ds: null,
    total: 2,
    records,
    next,
  });
  it('keeps its later pages while it is the same version, and none of another', () => {
    const both = extended(zone(1, [MX], '1'), zone(1, [WWW], null));
    expect(both).toMatchObject({ records: [MX, WWW], next: null });
    expect(merged(both, { ...zone(1, [MX], '1'), state: 'pending' })).toMatchObject({
      records: [MX, WWW],
      next: null,
      state: 'pending',
    });
    expect(merged(both, zone(2, [MX], '1'))).toEqual(zone(2, [MX], '1'));
  });
  it('says whether the name server has it', () => {
    const now = (part: Partial<ZoneView>) => zoneState({ ...zone(1, [], null), ...part })?.look;
    expect(now({})).toBe('active');
    expect(now({ state: 'pending' })).toBe('pending');
    expect(now({ state: 'pending', problem: 'service-unavailable' })).toBe('failed');
    expect(now({ version: 0 })).toBeUndefined();
  });
});

it('a change that cannot be undone says why', () => {
  expect(whyNotUndone({ undone: false, undoable: true })).toBeNull();
  expect(whyNotUndone({ undone: true, undoable: true })).toMatch(/już cofnięta/);
  expect(whyNotUndone({ undone: false, undoable: false })).toMatch(/ktoś potem zmienił/);
});
