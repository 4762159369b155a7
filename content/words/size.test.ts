import { expect, it } from 'vitest';
import { sizeWords } from './size.ts';

it.each([
  [0, '0 B'],
  [1, '1 B'],
  [1000, '1 kB'],
  [16_384, '16,4 kB'],
  [999_499, '999 kB'],
  [999_999, '1 MB'],
  [5_000_000_000, '5 GB'],
  [123_440_000_000, '123 GB'],
  [4e15, '4000 TB'],
])('says %d bytes as „%s”', (bytes, words) => {
  expect(sizeWords(bytes).replaceAll('\u00a0', ' ')).toBe(words);
});
