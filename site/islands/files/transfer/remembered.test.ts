import { expect, it } from 'vitest';
import { forget, keyFor, recall, remember, unfinished } from './remembered.ts';

const DAY = 86_400_000;
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
const file = (name: string, lastModified = 1) => new File(['abc'], name, { lastModified });

it('goes on with the same file at the same place, and with no other', async () => {
  const key = await keyFor('s1', '/a/umowa.pdf', file('umowa.pdf'));
  expect(await keyFor('s1', '/a/umowa.pdf', file('umowa.pdf'))).toBe(key);
  for (const other of [
    keyFor('s2', '/a/umowa.pdf', file('umowa.pdf')),
    keyFor('s1', '/b/umowa.pdf', file('umowa.pdf')),
    keyFor('s1', '/a/umowa.pdf', file('umowa.pdf', 2)),
  ])
    expect(await other).not.toBe(key);
});

it('keeps neither names nor paths', async () => {
  const kept = storage();
  const key = await keyFor('s1', '/tajne/umowa.pdf', file('umowa.pdf'));
  remember(key, 'https://serwer/files/v1/uploads/x', 3, kept, DAY);
  expect(`${key}${kept.getItem(key)}`).not.toMatch(/umowa|tajne/);
});

it('forgets what the server has forgotten, and knows one service from another', async () => {
  const kept = storage();
  const [old, fresh, other] = await Promise.all([
    keyFor('s1', '/a', file('a')),
    keyFor('s1', '/b', file('b')),
    keyFor('s2', '/c', file('c')),
  ]);
  remember(old, 'https://x/1', 3, kept, 0);
  remember(fresh, 'https://x/2', 4, kept, 5 * DAY);
  remember(other, 'https://x/3', 5, kept, 5 * DAY);
  expect(recall(old, kept, 8 * DAY)).toBeNull();
  expect(unfinished('s1', kept, 8 * DAY)).toEqual([{ key: fresh, address: 'https://x/2', size: 4, begunAt: 5 * DAY }]);
  expect(kept.length).toBe(2);
  forget(fresh, kept);
  expect(unfinished('s1', kept, 8 * DAY)).toEqual([]);
});
