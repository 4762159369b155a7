import { describe, expect, it } from 'vitest';
import { fromRfc4716, toRfc4716 } from './ssh-key.ts';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFZAUBwbK7lD7tP10pqgz+8xOUf4OjWQRUBZ8YKuMI6F';

describe('a public key', () => {
  it('comes back from RFC 4716 as it was', () => {
    expect(fromRfc4716(toRfc4716(KEY))).toBe(KEY);
  });

  it('loses its comment on the way', () => {
    expect(fromRfc4716(toRfc4716(`${KEY} jan@biuro`))).toBe(KEY);
  });

  it('is written in lines of at most 72 characters, as the RFC asks', () => {
    const long = toRfc4716(`ssh-rsa ${'A'.repeat(500)}`);
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('is nothing when the text is no key', () => {
    for (const text of ['', 'klucz', KEY, toRfc4716('x AAAA')]) expect(fromRfc4716(text)).toBeNull();
  });
});
