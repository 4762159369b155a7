import { expect, it } from 'vitest';
import { aGrant } from '../../testing/grant.ts';
import {
  answered,
  back,
  continued,
  decided,
  decidedSo,
  isSending,
  passed,
  refused,
  sendsAnything,
  startCourse,
} from './review-course.ts';

const three = ['a', 'b', 'c'].map((id) => aGrant({ id }));
const course = () => startCourse({ done: 4, left: 3, next: three });
const ids = (grants: readonly { id: string }[]) => grants.map(({ id }) => id);

it('goes on at once and waits for the answers behind', () => {
  const one = decided(course(), 'keep');
  expect([one.at, isSending(one), one.total]).toEqual([1, true, 7]);
  const saved = answered(one, 'a', null);
  expect(isSending(saved)).toBe(false);
  expect(ids(decidedSo(saved, 'keep'))).toEqual(['a']);
});

it('goes back, where what is kept can still be taken back but is not kept twice', () => {
  const kept = back(answered(decided(course(), 'keep'), 'a', null));
  expect(kept.at).toBe(0);
  expect([sendsAnything(kept, 'keep'), sendsAnything(kept, 'end')]).toEqual([false, true]);
  const taken = back(answered(decided(kept, 'end'), 'a', null));
  expect([sendsAnything(taken, 'keep'), sendsAnything(taken, 'end')]).toEqual([false, false]);
  expect(passed(taken).at).toBe(1);
  expect(back(course()).at).toBe(0);
});

it('asks again about what was refused, as it is now', () => {
  const both = answered(answered(decided(decided(course(), 'keep'), 'end'), 'a', null), 'b', 'zmienił się');
  expect(ids(refused(both))).toEqual(['b']);
  const on = continued(both, { next: [aGrant({ id: 'b', version: 2 }), aGrant({ id: 'c' }), aGrant({ id: 'd' })] });
  expect([ids(on.grants), on.at, refused(on).length]).toEqual([['a', 'b', 'c', 'd'], 1, 0]);
  expect(on.grants[1]?.version).toBe(2);
});
