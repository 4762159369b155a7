import { describe, expect, test } from 'vitest';
import { type GrantIntent, intentFromQuery, intentToQuery } from './intent.ts';

const intent: GrantIntent = {
  kind: 'ftp',
  area: 'directory',
  access: 'read',
  days: 7,
  flow: 'informatyk',
  outcome: 'katalog-odczyt',
};

describe('a grant intent in an address', () => {
  test('comes back as it went', () => {
    expect(intentFromQuery(intentToQuery(intent))).toEqual(intent);
  });
  test('is said in Polish words without anything personal', () => {
    expect(intentToQuery(intent).toString()).toBe(
      'rodzaj=ftp&zakres=katalog&prawo=odczyt&dni=7&kreator=informatyk&wynik=katalog-odczyt',
    );
  });
  test('of a panel user names the role, and ends after 30 days unless it says otherwise', () => {
    const query = new URLSearchParams('rodzaj=panel&rola=administrator');
    const read = intentFromQuery(query);
    expect(read).toEqual({ kind: 'panel-user', role: 'administrator', days: 30 });
    expect(read && intentToQuery(read).toString()).toBe('rodzaj=panel&rola=administrator&dni=30');
  });
  test.each([
    '',
    'rodzaj=panel',
    'rodzaj=panel&rola=wlasciciel',
    'rodzaj=ftp',
    'rodzaj=ftp&zakres=wszystko&prawo=zapis',
    'rodzaj=ftp&zakres=katalog&prawo=zapis&dni=0',
    'rodzaj=root&zakres=katalog&prawo=zapis',
  ])('%j is none', (query) => {
    expect(intentFromQuery(new URLSearchParams(query))).toBeNull();
  });
});
