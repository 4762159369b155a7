import { describe, expect, it } from 'vitest';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { beside } from './beside.ts';
import { isShown, MOST_SHOWN_BYTES, pictureType } from './picture.ts';

const entry = (name: string, part: Partial<FileEntry> = {}): FileEntry => ({
  ...{ ref: `/${name}`, name, type: 'file', size: 10, changedAt: 0, mode: '0644', leadsTo: null, etag: null },
  ...part,
});

describe('what is shown', () => {
  it.each(['a.png', 'b.JPG', 'c.jpeg', 'd.gif', 'e.webp', 'f.avif', 'g.svg'])('%s', (name) =>
    expect(isShown(entry(name))).toBe(true),
  );
  it.each([
    entry('a.html'),
    entry('png'),
    entry('a.png', { type: 'directory' }),
    entry('a.png', { type: 'link' }),
    entry('a.png', { size: MOST_SHOWN_BYTES + 1 }),
  ])('not $name of type $type with $size bytes', (one) => expect(isShown(one)).toBe(false));
  it('never gives a type that a browser would run', () => expect(pictureType('a.html')).toBeNull());
});

it('goes from picture to picture, past what is none', () => {
  const among = [entry('a.png'), entry('b.txt'), entry('c.jpg'), entry('d', { type: 'directory' }), entry('e.gif')];
  const look = (name: string) => {
    const { before, after, at, of } = beside(entry(name), among);
    return [before?.name, after?.name, at, of];
  };
  expect(look('a.png')).toEqual([undefined, 'c.jpg', 1, 3]);
  expect(look('c.jpg')).toEqual(['a.png', 'e.gif', 2, 3]);
  expect(look('b.txt')).toEqual([undefined, undefined, 0, 0]);
});
