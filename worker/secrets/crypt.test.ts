import { expect, test } from 'vitest';
import { cryptScrypt } from './crypt.ts';

test('hashes as libxcrypt does (vector made with crypt(3) of Debian 12)', async () => {
  const salt = new Uint8Array(16).map((_, index) => index * 7);
  expect(await cryptScrypt('Zażółć gęślą-jaźń 12', salt)).toBe(
    '$7$C6..../.....QU1Jkl6e21CzMIHIhZMd/$FJYwGrIR0dmVEKGZ0c/LC1RVRg.U2W/nfX860QiOsO6',
  );
});

test('never salts two passwords alike', async () => {
  expect(await cryptScrypt('to samo hasło')).not.toBe(await cryptScrypt('to samo hasło'));
});
