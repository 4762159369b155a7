import { describe, expect, test } from 'vitest';
import { endDateFault, mayGive, newGrantFaults, newPrincipal } from './rules.ts';

const NOW = 1_800_000_000_000;

describe('who may give access', () => {
  test.each([
    ['owner', true],
    ['administrator', true],
    ['user', false],
  ] as const)('%s: %s (R1, R2)', (role, may) => {
    expect(mayGive(role)).toBe(may);
  });
});

describe('an end date', () => {
  test.each([
    ['none, until taken back', null, null],
    ['in a week', NOW + 7 * 86_400_000, null],
    ['now', NOW, 'end-date-past'],
    ['in three years', NOW + 1100 * 86_400_000, 'end-date-too-far'],
  ])('%s', (_, notAfter, fault) => {
    expect(endDateFault(notAfter, NOW)).toBe(fault);
  });
});

test('an invitation needs an address, credentials shown once do not', () => {
  const grantee = { name: 'Jan', email: null };
  expect(newGrantFaults({ grantee, notAfter: null, credential: null }, null, NOW)).toEqual({ 'grantee.email': 'required' });
  expect(newGrantFaults({ grantee, notAfter: null, credential: { type: 'password', password: 'x' } }, null, NOW)).toEqual({});
  expect(
    newGrantFaults({ grantee: { name: 'Jan', email: 'jan(at)firma' }, notAfter: NOW - 1, credential: null }, null, NOW),
  ).toEqual({ 'grantee.email': 'email-invalid', notAfter: 'end-date-past' });
});

describe('a user name for a host', () => {
  const zeros = new Uint8Array(10);
  test.each([
    ['Łukasz Żółć', 'lukasz-zolc-aaaaaaaaaa'],
    ['Agencja „Ąę” & Syn, oddział w Gdańsku', 'agencja-ae-syn-o-aaaaaaaaaa'],
    ['李', 'dostep-aaaaaaaaaa'],
  ])('of %s is %s', (name, principal) => {
    expect(newPrincipal(name, zeros)).toBe(principal);
    expect(principal).toMatch(/^[a-z0-9][a-z0-9-]{2,31}$/);
  });
});
