import { describe, expect, test } from 'vitest';
import { attachment } from './disposition.ts';
import { readRange } from './range.ts';

describe('a range', () => {
  test.each([
    [undefined, 'whole'],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=10-', { start: 10, end: 99 }],
    ['bytes=10-2000', { start: 10, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=100-', 'beyond'],
    ['bytes=-0', 'beyond'],
    ['bytes=5-2', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['bytes=-', 'whole'],
    ['lines=1-2', 'whole'],
  ])('%s of a hundred bytes', (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected);
  });

  test('of an empty file lies beyond it', () => {
    expect([readRange('bytes=0-', 0), readRange('bytes=-5', 0), readRange(undefined, 0)]).toEqual(['beyond', 'beyond', 'whole']);
  });
});

test('a file is saved under its name, and no name ends the header', () => {
  expect(attachment('żółw "1".txt')).toBe(
    `attachment; filename="___w _1_.txt"; filename*=UTF-8''%C5%BC%C3%B3%C5%82w%20%221%22.txt`,
  );
  expect(attachment("a\r\nb'(*).txt")).toBe(`attachment; filename="a__b'(*).txt"; filename*=UTF-8''a%0D%0Ab%27%28%2A%29.txt`);
});
