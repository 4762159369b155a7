import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetRoutes, databasePrefix, isGrantableDatabase, isLocalPart } from '../../../contract/index.ts';
import { databaseNameFault, localPartFault, offerDatabaseName, offerLocalPart, tooLongForAccess } from './names.ts';

const PREFIX = databasePrefix('zielnik');
const typed = fc.oneof(
  fc.string({ maxLength: 70 }),
  fc.string({ unit: fc.constantFrom(...'abz09_-.@ łŻ'), maxLength: 70 }),
  fc.string({ unit: fc.constantFrom(...'a0_-.'), minLength: 1, maxLength: 66 }),
);

const newDatabase = assetRoutes.createDatabase.request.body.content['application/json'].schema;
const newMailbox = assetRoutes.createMailbox.request.body.content['application/json'].schema;

describe('a name judged while one types', () => {
  it('is refused and let through as the contract does (databases)', () => {
    fc.assert(
      fc.property(typed, (name) => {
        fc.pre(name.trim() !== '');
        const whole = PREFIX + name.trim();
        const taken = newDatabase.safeParse({ name }).success && whole.length <= 64;
        expect(databaseNameFault(PREFIX, name) === null).toBe(taken);
      }),
    );
  });
  it('is refused and let through as the contract does (mailboxes)', () => {
    fc.assert(
      fc.property(typed, (local) => {
        fc.pre(local.trim() !== '');
        const taken = newMailbox.safeParse({ local, domain: 'zielnik.example', password: 'x'.repeat(12) }).success;
        expect(localPartFault(local) === null).toBe(taken);
      }),
    );
  });
  it.each(['a..b', 'a.-b', 'a--b', '.a', 'a.', 'A', 'ą', "o'neil", 'a%b', 'select'])(
    'is judged as the contract judges „%s”',
    (local) => {
      expect(localPartFault(local) === null).toBe(isLocalPart(local));
    },
  );
  it('counts the prefix: 64 characters are let through, 65 are not', () => {
    expect(databaseNameFault(PREFIX, 'a'.repeat(64 - PREFIX.length))).toBeNull();
    expect(databaseNameFault(PREFIX, 'a'.repeat(65 - PREFIX.length))).toMatch(/64 znaki/);
    expect(localPartFault('a'.repeat(64))).toBeNull();
    expect(localPartFault('a'.repeat(65))).toMatch(/64 znaki/);
  });
  it('may be too long for access alone, where its underscores count twice', () => {
    expect(tooLongForAccess(`zielnik_${'a'.repeat(55)}`)).toBe(0);
    expect(tooLongForAccess(`zielnik_${'a'.repeat(56)}`)).toBe(1);
    expect(tooLongForAccess(`zielnik_${'a_'.repeat(28)}`)).toBe(29);
  });
  it('is too long for access exactly when the contract says that no right can carry it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a_%'), minLength: 1, maxLength: 64 }), (name) => {
        expect(tooLongForAccess(name) === 0).toBe(isGrantableDatabase(name));
      }),
    );
  });
  it('is not blamed before it is begun', () => {
    expect(databaseNameFault(PREFIX, ' ')).toBeNull();
    expect(localPartFault('')).toBeNull();
  });
});

describe('a name offered instead', () => {
  it.each([
    ['Sklep Łódź', 'sklep_lodz'],
    ['  Żółw! ', 'zolw'],
    ['sklep.2026', 'sklep_2026'],
  ])('makes a database name of „%s”', (name, better) => {
    expect(offerDatabaseName(PREFIX, name)).toBe(better);
  });
  it.each([
    ['Jan Łoś', 'jan.los'],
    ['biuro@firma.pl', 'biuro'],
    ['.kontakt..', 'kontakt'],
    ['księgowość', 'ksiegowosc'],
  ])('makes a mailbox name of „%s”', (name, better) => {
    expect(offerLocalPart(name)).toBe(better);
  });
  it('is offered only where the typed one will not do, and always does itself', () => {
    expect(offerDatabaseName(PREFIX, 'sklep')).toBeNull();
    expect(offerDatabaseName(PREFIX, '日本')).toBeNull();
    fc.assert(
      fc.property(typed, (name) => {
        const [database, local] = [offerDatabaseName(PREFIX, name), offerLocalPart(name)];
        if (database !== null) expect(databaseNameFault(PREFIX, database)).toBeNull();
        if (local !== null) expect(isLocalPart(local)).toBe(true);
      }),
    );
  });
});
