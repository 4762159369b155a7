import { describe, expect, it } from 'vitest';
import { APPLY_FAULTS, type ApplyFault, type GrantSpec } from '../../contract/index.ts';
import { aGrant, HOUR, NOW } from '../testing/grant.ts';
import {
  accessWords,
  areaWords,
  attentionTo,
  canDo,
  cannotDo,
  PROBLEM_WORDS,
  problemToYou,
  problemWords,
  riskOf,
  stateWords,
  toYou,
} from './grants.ts';
import { ACCESS_KINDS, KIND_WORDS, levelOf, wordsOf } from './kinds/index.ts';

const read = { kind: 'ftp', directory: '/www', access: 'read' } as const;
const whole = { kind: 'ftp', directory: '/', access: 'write' } as const;
const base = { kind: 'database', database: 'klient-a_sklep', access: 'read' } as const;
const post = { kind: 'mailbox', address: 'biuro@sklep.example', access: 'read' } as const;

/** One spec for every level of every kind. */
const EVERY: readonly GrantSpec[] = [
  read,
  { ...read, access: 'write' },
  { ...whole, access: 'read' },
  whole,
  base,
  { ...base, access: 'write' },
  { ...base, access: 'full' },
  post,
  { ...post, access: 'write' },
];
const means = (spec: GrantSpec) => [...canDo(spec), ...cannotDo(spec)].join(' ');

/** What no server keeps. */
const ACCOUNT: readonly GrantSpec[] = [
  { kind: 'panel-user', role: 'user' },
  { kind: 'panel-user', role: 'administrator' },
  { kind: 'seat', role: 'user' },
  { kind: 'seat', role: 'administrator' },
];

describe('what an access means', () => {
  it('says that reading changes nothing and one directory shows nothing else', () => {
    expect(canDo(read)).toHaveLength(1);
    expect(cannotDo(read).join(' ')).toMatch(/Nie zmieni.*poza tym katalogiem/);
  });
  it('promises nothing of the kind for the whole server', () => {
    expect(cannotDo(whole).join(' ')).not.toMatch(/Nie zmieni|poza tym katalogiem/);
    expect(areaWords(whole)).toBe('cały serwer');
  });
  it('keeps a database’s user out of other databases, files and the panel', () => {
    for (const access of ['read', 'write', 'full'] as const)
      expect(cannotDo({ ...base, access }).join(' ')).toMatch(/innych baz danych.*plików na serwerze.*Panelu klienta/);
  });
  it('says that changing tables can mean losing all of them, and only then', () => {
    expect(canDo({ ...base, access: 'full' }).join(' ')).toMatch(/usunie całe tabele/);
    expect(riskOf({ ...base, access: 'full' })).toMatch(/całą bazę/);
    expect(cannotDo({ ...base, access: 'write' }).join(' ')).toMatch(/nie usunie tabel/);
  });
  it('never lets a mailbox’s reader send, and leaves messages as they were', () => {
    for (const access of ['read', 'write'] as const) expect(cannotDo({ ...post, access }).join(' ')).toMatch(/Nie wyśle/);
    expect(cannotDo(post).join(' ')).toMatch(/nie przeniesie/);
    expect(wordsOf(post).levels[0]?.hint).toMatch(/nieprzeczytane zostaną nieprzeczytane/);
  });
  it('speaks of files only where files are opened', () => {
    for (const spec of [base, post]) {
      expect([...canDo(spec), accessWords(spec), areaWords(spec), riskOf(spec)].join(' ')).not.toMatch(/plik|katalog|FTP/i);
      expect(PROBLEM_WORDS['service-unavailable']).not.toMatch(/FTP/);
    }
  });
  it('names a risk for every choice, and the smaller choice where there is one', () => {
    expect(riskOf(whole)).toMatch(/jeden katalog/);
    expect(riskOf(base)).toMatch(/RODO/);
    expect(riskOf(post)).toMatch(/zmiany haseł/);
    for (const { kind, levels } of ACCESS_KINDS.map((kind) => ({ kind, levels: EVERY.filter((one) => one.kind === kind) })))
      expect(new Set(levels.map(riskOf)).size, kind).toBeGreaterThan(1);
  });
  it('shows what would not be seen in a name', () => {
    expect(areaWords({ ...read, directory: '/a\nb' })).toBe('katalog /a\\nb');
    expect(areaWords({ ...base, database: 'a\u200bb' })).toBe('baza danych a\\u{200b}b');
    expect(areaWords(post)).toBe('skrzynka biuro@sklep.example');
  });
});

describe('levels of access', () => {
  it.each(ACCESS_KINDS)('of %s begin with reading, and each adds to the one before', (kind) => {
    const specs = EVERY.filter((spec) => spec.kind === kind && (spec.kind !== 'ftp' || spec.directory === '/'));
    const { levels } = KIND_WORDS[kind];
    expect(levels.map(({ value }) => value)).toEqual(specs.map(levelOf));
    expect(levels[0]?.value).toBe('read');
    const can = specs.map((spec) => canDo(spec).length);
    expect(can).toEqual([...can].sort((a, b) => a - b));
    expect(new Set(specs.map(accessWords)).size).toBe(specs.length);
  });
});

describe('the same sentences said to the person', () => {
  it('turn every verb', () => {
    expect(toYou('Zobaczy i pobierze wszystkie pliki.')).toBe('Zobaczysz i pobierzesz wszystkie pliki.');
    expect(toYou('Nie wyśle niczego z tego adresu.')).toBe('Nie wyślesz niczego z tego adresu.');
    expect(toYou('Założy.')).toBe('Założysz.');
  });
  it('speak of nobody’s password as the reader’s own', () => {
    for (const spec of ACCOUNT) expect([...canDo(spec), ...cannotDo(spec)].map(toYou).join(' ')).not.toMatch(/Twoj/);
  });
  it.each([...EVERY, ...ACCOUNT])('leave none in the third person: $kind, $access$role', (spec) => {
    for (const line of [...canDo(spec), ...cannotDo(spec)]) {
      const words = toYou(line)
        .toLowerCase()
        .split(/[^\p{L}]+/u);
      expect(
        words.some((word) => word.endsWith('sz')),
        line,
      ).toBe(true);
      // After „nie” and „i” a verb follows: none may still speak of a third person.
      expect(toYou(line), line).not.toMatch(
        /(?:^|nie |i )(?:\p{L}+(?:czy|rze|uje|unie|eni|esie|śle|jrzy|jdzie|ozna))(?!\p{L})/iu,
      );
    }
    expect(means(spec)).not.toMatch(/sz(?!\p{L})/u);
  });
});

describe('trouble on the server', () => {
  it.each(Object.keys(APPLY_FAULTS) as ApplyFault[])(
    'asks nothing of the invited person that only the giver can do: %s',
    (fault) => {
      expect(problemToYou(fault)).not.toMatch(/Nadaj|Wyślij|z Panelu|Twój serwer/);
      expect(problemToYou(fault) === PROBLEM_WORDS[fault]).toBe(!APPLY_FAULTS[fault].permanent);
    },
  );
});

describe('trouble with a vendor', () => {
  const seat = { kind: 'seat', role: 'user' } as const;
  it('is never called trouble of a server', () => {
    expect(problemWords({ spec: seat, problem: 'service-unavailable' })).toMatch(/Dostawca.*nie zginie/);
    for (const problem of ['service-unavailable', 'unexpected'] as const)
      expect(problemWords({ spec: seat, problem })).not.toMatch(/serwer/i);
    expect(problemWords({ spec: read, problem: 'service-unavailable' })).toMatch(/serwer/);
    expect(problemWords({ spec: seat, problem: null })).toBeNull();
  });
});

describe('a state in words', () => {
  it('says that a panel user rests', () => {
    expect(stateWords({ state: 'active', endReason: null, suspendedAt: NOW })).toBe('zawieszony');
    expect(stateWords({ state: 'ended', endReason: 'revoked', suspendedAt: NOW })).toBe('zakończony: odebrany');
  });
  it('carries its reason once the access is ending', () => {
    expect(stateWords({ state: 'ended', endReason: 'expired' })).toBe('zakończony: minął termin');
    expect(stateWords({ state: 'revoking', endReason: 'expired' })).toBe('odbierany: minął termin');
    expect(stateWords({ state: 'active', endReason: null })).toBe('działa');
  });
  it('says that what it opened is gone', () => {
    expect(stateWords({ state: 'ended', endReason: 'target-deleted' })).toMatch(/usunięto bazę lub skrzynkę/);
  });
  it('does not say twice that it is being taken back', () => {
    expect(stateWords({ state: 'revoking', endReason: 'revoked' })).toBe('odbierany');
  });
});

describe('attention', () => {
  it.each([
    ['a problem on the host', { problem: 'disk-full' as const }, 'problem'],
    ['a change on its way', { state: 'pending' as const }, 'transition'],
    ['an open invitation', { state: 'requested' as const }, 'waiting'],
    ['an end within two days', { notAfter: NOW + HOUR }, 'ending'],
  ])('goes to %s', (_what, part, attention) => {
    expect(attentionTo(aGrant(part), NOW)).toBe(attention);
  });
  it('goes to nothing that simply works or has ended', () => {
    expect(attentionTo(aGrant(), NOW)).toBeNull();
    expect(attentionTo(aGrant({ notAfter: null }), NOW)).toBeNull();
    expect(attentionTo(aGrant({ state: 'ended', problem: 'disk-full' }), NOW)).toBeNull();
  });
});
