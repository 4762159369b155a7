import { describe, expect, it } from 'vitest';
import { credential } from '../../../contract/index.ts';
import { credentialFault, credentialOf } from './credential.ts';
import { deadEnd } from './dead.ts';
import { joinWay, someoneElse } from './join.ts';
import { tokenIn } from './token.ts';

const TOKEN = `${'A'.repeat(42)}_`;

describe('the token in an address', () => {
  it('is read from the fragment, whatever a mail programme put after it', () => {
    expect(tokenIn(`#${TOKEN}`)).toBe(TOKEN);
    expect(tokenIn(`#${TOKEN}.`)).toBe(TOKEN);
    expect(tokenIn(`#${TOKEN}%20`)).toBe(TOKEN);
  });
  it.each(['', '#', '#krotki', `#${TOKEN}A`, '#tresc', '#%'])('is not seen in „%s”', (hash) => {
    expect(tokenIn(hash)).toBeNull();
  });
});

describe('a dead invitation', () => {
  it.each(['invitation-used', 'invitation-expired', 'invitation-void', 'invitation-invalid', 'grant-ended'] as const)(
    'says what to do: %s',
    (code) => {
      expect(deadEnd(code)?.advice).toMatch(/Poproś|Zapytaj|Sprawdź|powiedz|poproś/);
    },
  );
  it('is not declared while the connection is only away', () => {
    expect(deadEnd('network')).toBeNull();
    expect(deadEnd('internal')).toBeNull();
  });
});

describe('what a grantee sets', () => {
  const form = { type: 'password' as const, password: '', publicKey: '' };
  const strong = { score: 4, enough: true, word: 'mocne', advice: null } as const;
  it('must be hard to guess', () => {
    expect(credentialFault({ ...form, password: 'krotkie' }, null)?.field).toBe('credential.password');
    expect(credentialFault({ ...form, password: 'dwanascie123' }, { ...strong, enough: false })?.field).toBe(
      'credential.password',
    );
    expect(credentialFault({ ...form, password: 'poprawny kon bateria' }, strong)).toBeNull();
  });
  it('may be a public key, and never a private one', () => {
    const key = (publicKey: string) => credentialFault({ ...form, type: 'public-key', publicKey }, null);
    expect(key('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB jan@dom')).toBeNull();
    expect(key('')?.code).toBe('public-key-invalid');
    expect(key('-----BEGIN OPENSSH PRIVATE KEY-----')?.message).toMatch(/prywatny/);
  });
  it('travels as the contract wants it', () => {
    expect(credential.parse(credentialOf({ ...form, password: 'poprawny kon' }))).toEqual({
      type: 'password',
      password: 'poprawny kon',
    });
    expect(credential.parse(credentialOf({ ...form, type: 'public-key', publicKey: ' ssh-ed25519 AAAA ' }))).toEqual({
      type: 'public-key',
      publicKey: 'ssh-ed25519 AAAA',
    });
  });
});

describe('an invitation to the Panel', () => {
  const panel = { email: 'jan@example.pl', hasSignIn: true };
  const signedInAs = (email: string) => ({ user: { id: 'u', name: 'Jan', email } });
  it('is accepted at once by the person of its address alone', () => {
    expect(joinWay(panel, signedInAs('Jan@Example.pl'))).toBe('at-once');
    expect(joinWay(panel, signedInAs('ewa@example.pl'))).toBe('sign-in');
    expect(joinWay(panel, null)).toBe('sign-in');
  });
  it('makes a sign-in where the address has none, whoever is signed in', () => {
    expect(joinWay({ ...panel, hasSignIn: false }, null)).toBe('new-password');
    expect(joinWay({ ...panel, hasSignIn: false }, signedInAs('ewa@example.pl'))).toBe('new-password');
  });
  it('names somebody else who is signed in', () => {
    expect(someoneElse(panel, signedInAs('ewa@example.pl'))).toBe('ewa@example.pl');
    expect(someoneElse(panel, signedInAs('jan@example.pl'))).toBeNull();
    expect(someoneElse(panel, null)).toBeNull();
  });
});
