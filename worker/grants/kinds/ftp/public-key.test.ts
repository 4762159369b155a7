import { describe, expect, test } from 'vitest';
import { readPublicKey } from './public-key.ts';

const ED25519 = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBcDyHcxPa2rcAtoQQXVSJ/rYuk7GcPvQ3a0tLQM3TqX';

describe('a public key', () => {
  test('loses its comment and the spaces round it', () => {
    expect(readPublicKey(`  ${ED25519}   jan@laptop \n`)).toBe(ED25519);
  });

  test.each([
    ['nothing', ''],
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
    ['options before the key', `command="rm -rf /" ${ED25519}`],
    ['a type that its blob does not say', ED25519.replace('ssh-ed25519', 'ssh-rsa')],
    ['a blob cut in the middle', ED25519.slice(0, 60)],
    ['something that is not base 64', 'ssh-ed25519 AAAA!!!!'],
    ['an old DSA key', 'ssh-dss AAAAB3NzaC1kc3MAAACBAKj0'],
    ['a blob of four zero bytes', 'ssh-ed25519 AAAAAA=='],
  ])('is refused when it is %s', (_, line) => {
    expect(readPublicKey(line)).toBeNull();
  });
});
