import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typography } from './index.ts';

/** Makes no-break spaces visible, so that an expectation can be read. */
const seen = (text: string) => typography(text).replaceAll('\u00a0', '_');

describe('Polish typography', () => {
  it.each([
    ['Wejdź w ustawienia', 'Wejdź w_ustawienia'],
    ['i w katalogu, a z nim', 'i_w_katalogu, a_z_nim'],
    ['W Panelu', 'W_Panelu'],
    ['(z hasłem) „o czymś”', '(z_hasłem) „o_czymś”'],
  ])('keeps one-letter words with the next word: %s', (plain, tied) => expect(seen(plain)).toBe(tied));

  it('ties a one-letter word that ends its text, because a bold word may follow', () =>
    expect(seen('dostęp w ')).toBe('dostęp w_'));

  it.each([
    ['10 GB, 20 zł, 5 % i 7 dni', '10_GB, 20_zł, 5_% i_7_dni'],
    ['do 3 lipca 2026 r., godz. 23:59', 'do 3_lipca 2026_r., godz._23:59'],
    ['np. katalog', 'np._katalog'],
  ])('keeps numbers with what they count: %s', (plain, tied) => expect(seen(plain)).toBe(tied));

  it('never begins a line with a dash', () => expect(seen('FTP – pliki')).toBe('FTP_– pliki'));

  it.each(['dostęp do bazy', 'to samo', '3 sklepy', 'a-b', 'oraz'])('leaves other words alone: %s', (text) =>
    expect(seen(text)).toBe(text),
  );

  it('changes nothing but spaces, and nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aiw z12–GB.(„ ') }), (text) => {
        const once = typography(text);
        expect(typography(once)).toBe(once);
        expect(once.replaceAll('\u00a0', '').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
