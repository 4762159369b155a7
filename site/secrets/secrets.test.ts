import { describe, expect, it } from 'vitest';
import { DATABASE_BITS, GENERATED_BITS, generateDatabasePassword, generatePassword, newPassword, UNLIKE } from './generate.ts';
import { judgePassword } from './strength.ts';

describe('a generated password', () => {
  it('holds at least 128 bits of chance', () => {
    expect(GENERATED_BITS).toBeGreaterThanOrEqual(128);
    expect(new Set(UNLIKE).size).toBe(UNLIKE.length);
  });
  it('comes in six groups of unlike characters, never the same twice', () => {
    const made = Array.from({ length: 200 }, generatePassword);
    for (const password of made) expect(password).toMatch(new RegExp(`^([${UNLIKE}]{5}-){5}[${UNLIKE}]{5}$`));
    expect(new Set(made).size).toBe(made.length);
  });
  it('uses every character about equally often', () => {
    const all = Array.from({ length: 400 }, generatePassword).join('').replaceAll('-', '');
    const expected = all.length / UNLIKE.length;
    for (const char of UNLIKE) expect(Math.abs(all.split(char).length - 1 - expected)).toBeLessThan(expected * 0.25);
  });
});

describe('a password for a database', () => {
  it('holds at least 128 bits of chance in letters and digits that need no quoting', () => {
    expect(DATABASE_BITS).toBeGreaterThanOrEqual(128);
    const made = Array.from({ length: 200 }, generateDatabasePassword);
    for (const password of made) expect(password).toMatch(/^[A-Za-z0-9]{26}$/);
    expect(new Set(made).size).toBe(made.length);
  });
  it('is what a grant of a database gets, and other kinds get one that can be read aloud', () => {
    expect(newPassword('database')).toMatch(/^[A-Za-z0-9]{26}$/);
    expect(newPassword('ftp')).toContain('-');
  });
  it('uses every letter and digit', () => {
    expect(new Set(Array.from({ length: 200 }, generateDatabasePassword).join('')).size).toBe(62);
  });
});

describe('the judge of passwords', () => {
  it.each(['haslo1234567', 'qwertyuiop12', 'krzysztof1990', 'aaaaaaaaaaaaaa'])(
    'lets „%s” not pass, and says why in Polish',
    async (password) => {
      const strength = await judgePassword(password, []);
      expect(strength?.enough).toBe(false);
      expect(strength?.advice).toMatch(/[a-z]/);
    },
  );
  it('asks for length before anything else', async () => {
    expect((await judgePassword('X9$kq2', []))?.advice).toMatch(/12/);
  });
  it('knows the names on the page', async () => {
    const inputs = ['Pipistrel Krokodyl'];
    expect((await judgePassword('pipistrel krokodyl', inputs))?.enough).toBe(false);
  });
  it('lets a sentence and a generated password pass', async () => {
    expect((await judgePassword('poprawny kon bateria zszywka', []))?.enough).toBe(true);
    expect((await judgePassword(generatePassword(), []))?.score).toBe(4);
  });
});
