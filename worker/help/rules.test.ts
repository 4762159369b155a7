import { describe, expect, test } from 'vitest';
import { customerCloses, customerWrites, MOST_MESSAGES, type StaffAct, type Standing, staffActs } from './rules.ts';

const KASIA = { id: 'kasia', name: 'Kasia' };
const TOMEK = { id: 'tomek', name: 'Tomek' };
const standing = (over: Partial<Standing> = {}): Standing => ({ state: 'new', version: 3, taker: null, messages: 1, ...over });

describe('a customer who goes on', () => {
  test.each<[string, Partial<Standing>, ReturnType<typeof customerWrites>]>([
    ['finds it still new', {}, { state: 'new', taker: null }],
    ['finds it with whoever has it', { state: 'waiting', taker: KASIA }, { state: 'taken', taker: KASIA }],
    ['opens it again for its taker', { state: 'closed', taker: KASIA }, { state: 'taken', taker: KASIA }],
    ['opens it again for the queue when that one is gone', { state: 'closed', taker: null }, { state: 'new', taker: null }],
    ['returns it to the queue when whoever had it is gone', { state: 'waiting', taker: null }, { state: 'new', taker: null }],
    ['finds it full', { messages: MOST_MESSAGES }, 'case-full'],
  ])('%s', (_, over, verdict) => expect(customerWrites(standing(over))).toEqual(verdict));

  test('or says that it is settled', () => {
    expect(customerCloses(standing({ state: 'waiting', taker: KASIA }))).toEqual({ state: 'closed', taker: KASIA });
    expect(customerCloses(standing({ state: 'closed' }))).toBeNull();
  });
});

describe('one of the staff', () => {
  const take: StaffAct = { is: 'take' };
  const answer: StaffAct = { is: 'answer', close: false };
  const close: StaffAct = { is: 'close' };
  const handOn = (to: typeof KASIA | null, hasNote = false): StaffAct => ({ is: 'hand-on', to, hasNote });
  const hers = { state: 'taken', taker: KASIA } as const;

  test.each<[string, Partial<Standing>, StaffAct, ReturnType<typeof staffActs>]>([
    ['takes what nobody has', {}, take, { state: 'taken', taker: KASIA }],
    ['has what she has taken', hers, take, null],
    ['answers, and it waits for the customer', hers, answer, { state: 'waiting', taker: KASIA }],
    ['answers and closes', hers, { is: 'answer', close: true }, { state: 'closed', taker: KASIA }],
    ['takes by answering', {}, answer, { state: 'waiting', taker: KASIA }],
    ['hands on', hers, handOn(TOMEK), { state: 'taken', taker: TOMEK }],
    [
      'hands on what waits for the customer',
      { state: 'waiting', taker: KASIA },
      handOn(TOMEK),
      { state: 'waiting', taker: TOMEK },
    ],
    ['gives back to the queue', hers, handOn(null), { state: 'new', taker: null }],
    ['closes', hers, close, { state: 'closed', taker: KASIA }],
    ['closes what nobody has', {}, close, { state: 'closed', taker: null }],
    ['finds it closed', { state: 'closed', taker: TOMEK }, close, null],
    ['cannot answer what is closed', { state: 'closed', taker: KASIA }, answer, 'case-closed'],
    ['cannot answer in a full one', { ...hers, messages: MOST_MESSAGES }, answer, 'case-full'],
    ['cannot note in a full one', { ...hers, messages: MOST_MESSAGES }, handOn(null, true), 'case-full'],
    ['can close a full one', { ...hers, messages: MOST_MESSAGES }, close, { state: 'closed', taker: KASIA }],
  ])('%s', (_, over, act, verdict) => expect(staffActs(standing(over), KASIA, 3, act)).toEqual(verdict));

  test.each([take, answer, close, handOn(KASIA)])('leaves alone what somebody else has: %j', (act) =>
    expect(staffActs(standing({ state: 'taken', taker: TOMEK }), KASIA, 3, act)).toBe('case-not-yours'),
  );
  test.each([take, answer, close, handOn(TOMEK)])('acts only on what she has read: %j', (act) =>
    expect(staffActs(standing(), KASIA, 2, act)).toBe('case-changed'),
  );
});
