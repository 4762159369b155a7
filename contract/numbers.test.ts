import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subscriber } from './api/index.ts';
import { bareDigits, isNip, isRegon } from './numbers.ts';

const otherDigit = (digits: string, place: number, by: number) =>
  `${digits.slice(0, place)}${(Number(digits[place]) + by) % 10}${digits.slice(place + 1)}`;

describe('a NIP', () => {
  test.each(['5260250274', '1234563218', '7740001454'])('%s is one', (nip) => expect(isNip(nip)).toBe(true));
  test.each(['5260250275', '0000000000', '526025027', '52602502744', '526025027a', ''])('%s is none', (nip) =>
    expect(isNip(nip)).toBe(false),
  );
  test('with any one digit mistyped is none', () =>
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, by) => !isNip(otherDigit('5260250274', place, by))),
    ));
});

describe('a REGON', () => {
  test.each(['000331501', '123456785', '12345678512347'])('%s is one', (regon) => expect(isRegon(regon)).toBe(true));
  test.each(['123456784', '12345678512348', '12345678412347', '000000000', '1234567851', ''])('%s is none', (regon) =>
    expect(isRegon(regon)).toBe(false),
  );
});

describe('a subscriber', () => {
  const company = { type: 'company', name: 'Nowa sp. z o.o.', address: 'Lipowa 1', postcode: '70-001', city: 'Szczecin' };
  const codes = (given: object) => {
    const { error } = subscriber.safeParse({ ...company, nip: '5260250274', regon: null, ...given });
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  };
  test.each(['526-025-02-74', ' PL 526 025 02 74 ', '5260250274'])('may type the NIP as %j', (nip) =>
    expect(subscriber.parse({ ...company, nip, regon: '123-456-785' })).toMatchObject({ nip: '5260250274', regon: '123456785' }),
  );
  test('is told beside the field which number is wrong', () => {
    expect(codes({ nip: '5260250275' })).toEqual(['nip: nip-invalid']);
    expect(codes({ regon: '123456784' })).toEqual(['regon: regon-invalid']);
    expect(codes({ postcode: '7000' })).toEqual(['postcode: postcode-invalid']);
    expect(codes({})).toEqual([]);
  });
});

test('what people put between digits is left out', () => expect(bareDigits(' PL 526–025 02-74')).toBe('5260250274'));
