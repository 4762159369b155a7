import { describe, expect, it } from 'vitest';
import { IDLE, nextPause, QUICK, SLOW } from './pace.ts';
import { readDraft } from './use-draft.ts';
import { laterAfter } from './use-pages.ts';

describe('how often a page looks', () => {
  it('is quick at first while something is under way, and slower the longer it takes', () => {
    const pauses = [nextPause(null, true)];
    for (let look = 0; look < 20; look++) pauses.push(nextPause(pauses.at(-1) ?? null, true));
    expect(pauses[0]).toBe(QUICK);
    expect(pauses.at(-1)).toBe(SLOW);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  });
  it('is rare when nothing changes, and quick again when something begins', () => {
    expect(nextPause(SLOW, false)).toBe(IDLE);
    expect(nextPause(IDLE, true)).toBe(QUICK);
  });
});

describe('a draft', () => {
  const initial = { name: '', endless: false };
  it('comes back over what a form begins with', () => {
    expect(readDraft('{"name":"Jan"}', initial)).toEqual({ name: 'Jan', endless: false });
  });
  it('believes neither unknown keys nor other types', () => {
    expect(readDraft('{"name":7,"endless":"tak","inne":"x"}', initial)).toEqual(initial);
    expect(readDraft('null', initial)).toEqual(initial);
    expect(readDraft(null, initial)).toEqual(initial);
  });
});

describe('pages read after a first one', () => {
  const page = (next: string | null) => ({ items: [], next });
  it('stay while they still follow it, and go once something came between', () => {
    expect(laterAfter(page('a'), page('a'), page('b'))).toEqual(page('b'));
    expect(laterAfter(page('a'), page('c'), page('b'))).toBeNull();
  });
});
