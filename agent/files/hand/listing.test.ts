import { describe, expect, test } from 'vitest';
import { type Listed, pageOf, readCursor, sortListed, writeCursor } from './listing.ts';

const listed = (shown: string, by = 0, isDirectory = false): Listed => ({ name: Buffer.from(shown), shown, isDirectory, by });
const BY_NAME = { order: 'name', descending: '0' } as const;
const names = (all: readonly Listed[]) => all.map(({ shown }) => shown);

describe('a listed directory', () => {
  test('has its directories first and its names as Polish orders them', () => {
    const all = ['zero', 'łódź', 'lato', 'żaba', 'plik10', 'plik2'].map((name) => listed(name));
    const sorted = sortListed([...all, listed('zzz', 0, true)], BY_NAME);
    expect(names(sorted)).toEqual(['zzz', 'lato', 'łódź', 'plik2', 'plik10', 'zero', 'żaba']);
  });

  test('keeps its directories first when turned round', () => {
    const sorted = sortListed([listed('a', 1), listed('b', 2), listed('d', 0, true)], { order: 'size', descending: '1' });
    expect(names(sorted)).toEqual(['d', 'b', 'a']);
  });

  test('is paged without a gap or a repeat, though names come and go between pages', () => {
    const before = sortListed(
      ['b', 'd', 'f', 'h'].map((name) => listed(name)),
      BY_NAME,
    );
    const first = pageOf(before, BY_NAME, null, 2);
    const cursor = readCursor(writeCursor(first.next ?? listed('')));
    // `d`, where the first page ended, is gone; `a` and `e` are new.
    const after = sortListed(
      ['a', 'b', 'e', 'f', 'h'].map((name) => listed(name)),
      BY_NAME,
    );
    const second = pageOf(after, BY_NAME, cursor, 2);
    expect([names(first.page), names(second.page)]).toEqual([
      ['b', 'd'],
      ['e', 'f'],
    ]);
    expect(pageOf(after, BY_NAME, readCursor(writeCursor(second.next ?? listed(''))), 2)).toMatchObject({ next: null });
  });

  test('tells names apart that look the same when they are no UTF-8', () => {
    const one = { ...listed('�'), name: Buffer.from([0xff]) };
    const other = { ...listed('�'), name: Buffer.from([0xfe]) };
    const { page, next } = pageOf(sortListed([one, other], BY_NAME), BY_NAME, null, 1);
    expect(page).toEqual([other]);
    expect(pageOf(sortListed([one, other], BY_NAME), BY_NAME, next && readCursor(writeCursor(next)), 1).page).toEqual([one]);
  });

  test('takes no cursor that is not its own', () => {
    expect(['', 'e30', 'WzEsMl0', '%'].map(readCursor)).toEqual([null, null, null, null]);
  });
});
