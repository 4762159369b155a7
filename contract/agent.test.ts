import { describe, expect, test } from 'vitest';
import { desiredItem } from './agent.ts';
import { KINDS, type Kind } from './kinds/index.ts';

/** A good name and names that only another kind could have, for every kind there is. */
const NAMES: Record<Kind, { good: string[]; bad: string[] }> = {
  ftp: { good: ['jan-k7rz2mqx9t', 'abc'], bad: ['alfa_sklep', 'biuro@alfa.test', 'JAN', 'ab'] },
  database: { good: ['jan-k7rz2mqx9t'], bad: ['alfa_sklep', 'root`', 'j'.repeat(33)] },
  mailbox: { good: ['jan-k7rz2mqx9t'], bad: ['biuro@alfa.test', 'jan kowalski', '../jan'] },
  'database-asset': { good: ['alfa_sklep', 'alfa_żółw', 'x'.repeat(64)], bad: ['', 'x'.repeat(65), 'alfa_😀', 'alfa\0'] },
  'mailbox-asset': { good: ['biuro@alfa.test'], bad: ['biuro', 'jan-k7rz2mqx9t', '../../etc@alfa.test', 'Biuro@alfa.test'] },
  zone: { good: ['alfa.test', 'xn--w-uga1v8h.pl'], bad: ['alfa', 'ALFA.test', 'alfa.test.', '../alfa.test'] },
};
const KIND_NAMES = Object.keys(KINDS) as Kind[];
const reads = (kind: Kind, principal: string) => desiredItem.safeParse({ kind, principal, gen: 1, state: null }).success;

describe('a resource of kind', () => {
  test.each(KIND_NAMES.flatMap((kind) => NAMES[kind].good.map((name) => [kind, name] as const)))(
    '%s may be called %j',
    (kind, name) => {
      expect(reads(kind, name)).toBe(true);
    },
  );
  test.each(KIND_NAMES.flatMap((kind) => NAMES[kind].bad.map((name) => [kind, name] as const)))(
    '%s may not be called %j',
    (kind, name) => {
      expect(reads(kind, name)).toBe(false);
    },
  );
  test.each(KIND_NAMES)('%s has no gen below one', (kind) => {
    expect(desiredItem.safeParse({ kind, principal: NAMES[kind].good[0], gen: 0, state: null }).success).toBe(false);
  });
});
