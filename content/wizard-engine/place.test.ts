import { describe, expect, it, test } from 'vitest';
import { SMALL_FLOW as flow } from './fixture.ts';
import {
  type Answers,
  answersAsText,
  backAddress,
  changeAnswers,
  type Direction,
  direct,
  insteadAddress,
  longestWay,
  type Place,
  progressWords,
  readAddress,
  shortestWayTo,
  spokenAnswers,
} from './index.ts';

const said = (direction: Direction) =>
  direction.type === 'go'
    ? `${direction.why} ${direction.to}`
    : direction.type === 'show'
      ? `show ${direction.place.page}`
      : 'unknown';

describe('a request for a wizard page', () => {
  it.each<[string, string | null, Answers, string]>([
    ['the wizard itself shows its first question', null, {}, 'show rzecz'],
    ['the wizard with answers takes people on', null, { rzecz: 'klucz' }, 'answered /kreator/maly/rozmiar/?rzecz=klucz'],
    ['and to the end when all is answered', null, { rzecz: 'nic', rozmiar: 'maly' }, 'answered /kreator/maly/koniec/?rzecz=nic'],
    ['an open question is shown', 'rozmiar', { rzecz: 'klucz' }, 'show rozmiar'],
    ['an answered question is shown again, to be changed', 'rzecz', { rzecz: 'klucz', rozmiar: 'maly' }, 'show rzecz'],
    ['an end is shown to those who got there', 'koniec', { rzecz: 'nic' }, 'show koniec'],
    [
      'an end without its answers leads to the first open question',
      'bialy',
      { rzecz: 'kolor' },
      'leads-elsewhere /kreator/maly/barwa/?rzecz=kolor',
    ],
    ['an end of other answers leads to theirs', 'bialy', { rzecz: 'nic' }, 'leads-elsewhere /kreator/maly/koniec/?rzecz=nic'],
    ['unknown names do not keep a page from being shown', 'rozmiar', { rzecz: 'klucz', fbclid: 'x' }, 'show rozmiar'],
    ['a page that is not there', 'nikt', {}, 'unknown'],
    ['a name every object has', 'constructor', {}, 'unknown'],
  ])('%s', (_, page, answers, expected) => expect(said(direct(flow, page, answers))).toBe(expected));
});

function placeOf(page: string, answers: Answers): Place {
  const direction = direct(flow, page, answers);
  if (direction.type !== 'show') throw new Error(said(direction));
  return direction.place;
}
const ALL = { rzecz: 'kolor', barwa: 'biel', rozmiar: 'duzy' };

test('a question that is being changed knows what led to it, what it was and what comes later', () => {
  expect(placeOf('barwa', ALL)).toEqual({
    page: 'barwa',
    before: [{ question: 'rzecz', option: 'kolor' }],
    chosen: 'biel',
    later: [{ question: 'rozmiar', option: 'duzy' }],
    number: 2,
    atMost: 3,
  });
});

test('every answer can be changed with the others kept', () => {
  expect(spokenAnswers(flow, placeOf('bialy', ALL))).toEqual([
    { question: 'Rzecz', answer: 'Kolor', changeAddress: '/kreator/maly/rzecz/?rzecz=kolor&barwa=biel&rozmiar=duzy' },
    { question: 'Barwa', answer: 'Biel', changeAddress: '/kreator/maly/barwa/?rzecz=kolor&barwa=biel&rozmiar=duzy' },
    { question: 'Rozmiar', answer: 'Duży', changeAddress: '/kreator/maly/rozmiar/?rzecz=kolor&barwa=biel&rozmiar=duzy' },
  ]);
});

test('back goes to the question before, and from the first one to the beginning', () => {
  expect(backAddress(flow, placeOf('barwa', ALL))).toBe('/kreator/maly/rzecz/?rzecz=kolor&barwa=biel&rozmiar=duzy');
  expect(backAddress(flow, placeOf('rzecz', {}))).toBe('/kreator/maly/');
});

test('"rather this" replaces one answer, or asks it anew', () => {
  expect(insteadAddress(flow, placeOf('bialy', ALL), { barwa: 'czern', rozmiar: null })).toBe(
    '/kreator/maly/koniec/?rzecz=kolor&barwa=czern',
  );
  expect(insteadAddress(flow, placeOf('bialy', ALL), { rozmiar: 'maly' })).toBe(
    '/kreator/maly/maly-klucz/?rzecz=kolor&barwa=biel&rozmiar=maly',
  );
});

test('an answer that is taken back leaves nothing behind', () => {
  expect(changeAnswers({ rzecz: 'klucz', rozmiar: 'duzy' }, { rzecz: null })).toEqual({ rozmiar: 'duzy' });
});

test('progress counts the longest way that is still open', () => {
  expect([longestWay(flow), longestWay(flow, { rzecz: 'klucz' }), longestWay(flow, { rzecz: 'kolor' })]).toEqual([3, 2, 3]);
  expect(progressWords({ number: 2, atMost: 3 })).toBe('Pytanie 2 z\u00a0najwyżej 3');
  expect(progressWords({ number: 3, atMost: 3 })).toBe('Pytanie 3, ostatnie');
});

test('the shortest way to a page is known, and that there is none', () => {
  expect(shortestWayTo(flow, 'rozmiar')).toEqual([{ question: 'rzecz', option: 'klucz' }]);
  expect(shortestWayTo(flow, 'koniec')).toEqual([{ question: 'rzecz', option: 'nic' }]);
  expect(shortestWayTo(flow, 'nikt')).toBeNull();
});

test('support gets the answers as plain text', () => {
  expect(answersAsText(flow, placeOf('koniec', { rzecz: 'nic' }).before)).toBe(
    'Moje odpowiedzi w kreatorze „Mały kreator”:\n– Rzecz: Nic\n\nCzego potrzebuję: ',
  );
  expect(answersAsText(flow, [])).toContain('– jeszcze żadnej');
});

describe('an address names a wizard and a page', () => {
  it.each([
    ['/kreator/maly/', { flow: 'maly', page: null }],
    ['/kreator/maly/rzecz/', { flow: 'maly', page: 'rzecz' }],
    ['/kreator/', null],
    ['/kreator/maly', null],
    ['/kreator/maly/rzecz', null],
    ['/kreator/maly/rzecz/wiecej/', null],
    ['/kreator/maly//', null],
    ['/poradniki/maly/', null],
  ])('%s', (path, expected) => expect(readAddress(path)).toEqual(expected));
});
