import { describe, expect, test } from 'vitest';
import { foldEmail } from './email.ts';
import { hashPassword, NOBODYS_HASH, PLAY_COST, passwordFits, SCRYPT_COST } from './passwords.ts';

describe('a password', () => {
  test('fits its own hash and no other, at full cost', async () => {
    const stored = await hashPassword('zażółć gęślą jaźń');
    expect(stored).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await passwordFits('zażółć gęślą jaźń', stored)).toBe(true);
    expect(await passwordFits('zazolc gesla jazn', stored)).toBe(false);
  });
  test('is verified at the cost it was hashed at', async () => {
    expect(await passwordFits('abc', await hashPassword('abc', PLAY_COST))).toBe(true);
  });
  test('is the same however its accents were typed', async () => {
    expect(await passwordFits('z\u0307o\u0301lw', await hashPassword('żólw', PLAY_COST))).toBe(true);
  });
  test('has another hash each time', async () => {
    expect(await hashPassword('abc', PLAY_COST)).not.toBe(await hashPassword('abc', PLAY_COST));
  });
  test("of nobody costs as much as anybody's, and nothing fits it", async () => {
    expect(NOBODYS_HASH.split('$').slice(1, 4).map(Number)).toEqual([SCRYPT_COST.N, SCRYPT_COST.r, SCRYPT_COST.p]);
    expect(await passwordFits('', NOBODYS_HASH)).toBe(false);
  });
  test('stays below what deployed Workers allow', () =>
    expect(SCRYPT_COST.N * SCRYPT_COST.r * SCRYPT_COST.p).toBeLessThanOrEqual(2 ** 20));
});

describe('an e-mail', () => {
  test.each([
    [' Jan@Firma.PL ', 'jan@firma.pl'],
    ['jan@żółw.pl', 'jan@xn--w-uga1v8h.pl'],
    ['JAN+test@XN--W-UGA1V8H.PL', 'jan+test@xn--w-uga1v8h.pl'],
    ["o'neil@firma.co.uk", "o'neil@firma.co.uk"],
  ])('%j is kept as %j', (text, folded) => expect(foldEmail(text)).toBe(folded));
  test.each([
    '',
    'jan',
    'jan@',
    '@firma.pl',
    'jan@firma',
    'jan@@firma.pl',
    'jan@fir ma.pl',
    'jan@firma.pl/x',
    'jan@firma.pl:80',
    'jan@127.0.0.1',
    'jan@[::1]',
    'a b@firma.pl',
    'jan@firma.pl\nbcc: x@y.pl',
    `${'x'.repeat(65)}@firma.pl`,
  ])('%j is none', (text) => expect(foldEmail(text)).toBeNull());
});
