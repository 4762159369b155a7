import { describe, expect, test } from 'vitest';
import { APPLY_FAULTS, END_REASONS } from '../../contract/index.ts';
import { csvField } from './csv.ts';
import { type Details, KNOWN_ACTIONS, sentenceOf } from './sentences.ts';

const FULL: Details = {
  grantee: 'Jan Kowal',
  what: 'katalog /www, tylko czytanie',
  reason: 'revoked',
  notAfter: Date.UTC(2026, 6, 3, 12, 5),
  late: 2,
  fault: 'disk-full',
  to: 'jan@it.test',
  database: 'firma_sklep',
  mailbox: 'biuro@firma.test',
  people: 'Anna Nowak, Jan Kowal',
  domain: 'alfa.test',
  added: 2,
  removed: 1,
  delegate: 'Klient nr 1002',
  number: 'S-1042',
  setting: 'Wersja PHP',
  until: Date.UTC(2026, 6, 3, 12, 5),
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a sentence', () => {
  test('says who, what and until when', () => {
    expect(plain(sentenceOf('grant.requested', FULL))).toBe(
      'Nowy dostęp czeka na przyjęcie. Osoba: Jan Kowal. Zakres: katalog /www, tylko czytanie. Do: 3 lipca 2026, 14:05.',
    );
    expect(sentenceOf('grant.requested', { notAfter: null })).toBe('Nowy dostęp czeka na przyjęcie. Bez daty końca.');
  });
  test.each([
    [1, 'Przerwane: 1 połączenie.'],
    [3, 'Przerwane: 3 połączenia.'],
    [5, 'Przerwane: 5 połączeń.'],
    [22, 'Przerwane: 22 połączenia.'],
  ])('counts %i connections in Polish', (late, part) => expect(plain(sentenceOf('grant.cut', { late }))).toContain(part));
  test('says nothing of connections when none had to be ended', () =>
    expect(sentenceOf('grant.cut', { late: 0 })).not.toContain('Przerwane'));
  test.each(KNOWN_ACTIONS)('of %s is whole whichever details are missing', (action) => {
    for (const missing of [undefined, ...Object.keys(FULL)]) {
      const details = Object.fromEntries(Object.entries(FULL).filter(([name]) => name !== missing));
      expect(sentenceOf(action, details)).toMatch(/^\p{Lu}.*[^.]\.$/u);
      expect(sentenceOf(action, details)).not.toMatch(/undefined|null|NaN|: \.|\.\./);
    }
    expect(sentenceOf(action, {})).toMatch(/\.$/);
  });
  test('names the mailbox, or else the database, that it is about', () => {
    const names = { database: 'firma_sklep', mailbox: 'biuro@firma.test' };
    expect(sentenceOf('asset.deleted', { database: names.database })).toBe('Baza danych usunięta. Baza danych: firma_sklep.');
    expect(sentenceOf('asset.deleted', { mailbox: names.mailbox })).toBe('Skrzynka usunięta. Skrzynka: biuro@firma.test.');
    expect(sentenceOf('asset.password-changing', { mailbox: names.mailbox, people: '' })).not.toContain('Kto');
  });
  test('knows every reason and every fault, and leaves out what it does not know', () => {
    const reasons = END_REASONS.map((reason) => sentenceOf('grant.ended', { reason }));
    const faults = Object.keys(APPLY_FAULTS).map((fault) => sentenceOf('grant.problem', { fault }));
    expect(new Set(reasons).size).toBe(END_REASONS.length);
    expect(new Set(faults).size).toBe(faults.length);
    expect(sentenceOf('grant.ended', { reason: 'toString' })).toBe('Dostęp zakończony.');
  });
  test('is there for actions that are not known', () => expect(sentenceOf('constructor', {})).toBe('Zmiana na koncie.'));
});

describe('a field of a CSV line', () => {
  test.each([
    ['Jan "Kowal", Łódź', '"Jan ""Kowal"", Łódź"'],
    ['dwa\r\nwiersze', '"dwa\r\nwiersze"'],
    ['=1+1', `"'=1+1"`],
    ['+48 600', `"'+48 600"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['  =1', `"'  =1"`],
    ['a=1', '"a=1"'],
    ['', '""'],
  ])('%j is written as %j', (text, field) => expect(csvField(text)).toBe(field));
});
