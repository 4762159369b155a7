import { describe, expect, test } from 'vitest';
import { atLeast, atMost, type Section, sectionText, verdict } from './report.ts';

const section: Section = {
  title: 'Speed',
  how: 'By watching.',
  columns: ['what', 'ms'],
  rows: [
    ['claim', 5],
    ['revoke', 120],
  ],
  aims: [atMost('claim', 10, 5, ' ms'), atMost('revoke', 100, 120, ' ms')],
};

describe('a section', () => {
  test('is a table with its numbers to the right', () => {
    const lines = sectionText(section).split('\n');
    expect(lines).toContain('  claim     5');
    expect(lines).toContain('  revoke  120');
  });
  test('says plainly which aim was missed', () => {
    const text = sectionText(section);
    expect(text).toMatch(/claim +≤ 10 ms +5 ms +met/);
    expect(text).toMatch(/revoke +≤ 100 ms +120 ms +MISSED/);
  });
});

test('an aim of "at least" is met from there on', () => {
  expect([0.79, 0.8, 0.9].map((got) => atLeast('half', 0.8, got, '×').met)).toEqual([false, true, true]);
});

test('a verdict counts the aims and names those that were missed', () => {
  expect(verdict([section])).toBe('\n1 of 2 aims met\n  missed: revoke, 120 ms (aim ≤ 100 ms)');
});
