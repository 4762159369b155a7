import { describe, expect, it } from 'vitest';
import type { DesiredItem } from '../../contract/index.ts';
import { mustCut, planFor } from './plan.ts';
import type { Standing, Wanted } from './port.ts';

const state: Wanted = {
  tree: 'sklep',
  directory: '/a',
  access: 'write',
  notAfter: null,
  password: null,
  keys: ['ssh-ed25519 AAAA'],
};
const present = (gen: number): DesiredItem => ({ kind: 'ftp', principal: 'kl-jan', gen, state });
const absent = (gen: number): DesiredItem => ({ kind: 'ftp', principal: 'kl-jan', gen, state: null });
const standing = (gen: number, digest = 'd'): Standing => ({ principal: 'kl-jan', gen, digest, state });
const finished = (gen: number) => ({ begun: gen, applied: gen });

describe('the plan for a wanted item', () => {
  it('applies what is new', () => expect(planFor(present(1), 'd', null, finished(0))).toBe('apply'));
  it('applies a higher gen even when the state is the same', () =>
    expect(planFor(present(2), 'd', standing(1), finished(1))).toBe('apply'));
  it('confirms again what is there already', () => expect(planFor(present(2), 'd', standing(2), finished(2))).toBe('re-ack'));
  it('applies again what drifted', () => expect(planFor(present(2), 'd', standing(2, 'x'), finished(2))).toBe('apply'));
  it('applies again what was written but never finished', () =>
    expect(planFor(present(2), 'd', standing(2), { begun: 2, applied: 1 })).toBe('apply'));
  it('applies again what vanished', () => expect(planFor(present(2), 'd', null, finished(2))).toBe('apply'));
  it('ignores what is older than the journal knows', () => expect(planFor(present(1), 'd', null, finished(2))).toBe('ignore'));
  it('ignores what is older than a change that was only begun', () =>
    expect(planFor(present(2), 'd', standing(1), { begun: 3, applied: 1 })).toBe('ignore'));
  it('ignores what is older than the host shows, whatever became of the journal', () =>
    expect(planFor(absent(1), null, standing(2), finished(0))).toBe('ignore'));
  it('removes what must not exist', () => expect(planFor(absent(2), null, standing(1), finished(1))).toBe('remove'));
  it('removes for the record what never was', () => expect(planFor(absent(2), null, null, finished(0))).toBe('remove'));
  it('confirms an absence again', () => expect(planFor(absent(2), null, null, finished(2))).toBe('re-ack'));
  it('removes again what came back', () => expect(planFor(absent(2), null, standing(2), finished(2))).toBe('remove'));
});

describe('live sessions', () => {
  it('end with a narrowing', () => expect(mustCut('ftp', standing(1), { ...state, access: 'read' }, finished(1))).toBe(true));
  it('stay with a widening', () =>
    expect(mustCut('ftp', { ...standing(1), state: { ...state, access: 'read' } }, state, finished(1))).toBe(false));
  it('end when nobody can say what they were begun under', () =>
    expect(mustCut('ftp', { ...standing(1), state: null }, state, finished(1))).toBe(true));
  it('end when the account had vanished', () => expect(mustCut('ftp', null, state, finished(1))).toBe(true));
  it('cannot be there for an account that is new', () => expect(mustCut('ftp', null, state, finished(0))).toBe(false));
});
