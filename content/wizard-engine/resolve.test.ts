import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { SMALL_FLOW as flow } from './fixture.ts';
import { type Answers, resolve, toAnswers, walk } from './index.ts';

const way = (answers: Answers) => {
  const { path, end } = resolve(flow, answers);
  return [...path.map(({ question, option }) => `${question}=${option}`), end.id].join(' ');
};

describe('answers are replayed from the first question on', () => {
  it.each<[string, Answers, string]>([
    ['nothing answered: the first question', {}, 'rzecz'],
    ['one answer: the next question', { rzecz: 'klucz' }, 'rzecz=klucz rozmiar'],
    ['all answered: an end', { rzecz: 'klucz', rozmiar: 'maly' }, 'rzecz=klucz rozmiar=maly maly-klucz'],
    [
      'a branch looks at an earlier answer',
      { rzecz: 'kolor', barwa: 'biel', rozmiar: 'duzy' },
      'rzecz=kolor barwa=biel rozmiar=duzy bialy',
    ],
    ['the same answer without it leads elsewhere', { rzecz: 'klucz', rozmiar: 'duzy' }, 'rzecz=klucz rozmiar=duzy duzy-klucz'],
    [
      'an answer of another branch decides nothing',
      { rzecz: 'klucz', barwa: 'biel', rozmiar: 'duzy' },
      'rzecz=klucz rozmiar=duzy duzy-klucz',
    ],
    [
      'a changed answer keeps later ones that still apply',
      { rzecz: 'kolor', barwa: 'biel', rozmiar: 'maly' },
      'rzecz=kolor barwa=biel rozmiar=maly maly-klucz',
    ],
    ['a missing middle: its question, later answers wait', { rzecz: 'kolor', rozmiar: 'maly' }, 'rzecz=kolor barwa'],
    ['an option that does not exist is no answer', { rzecz: 'klucz', rozmiar: 'ogromny' }, 'rzecz=klucz rozmiar'],
    ['names every object has are no answers', { rzecz: 'constructor' }, 'rzecz'],
  ])('%s', (_, answers, expected) => expect(way(answers)).toBe(expected));
});

test('what does not apply is named as dropped', () => {
  expect(resolve(flow, { rzecz: 'nic', rozmiar: 'maly', utm_source: 'x', toString: 'y' }).dropped).toEqual([
    'rozmiar',
    'utm_source',
    'toString',
  ]);
});

test('a walk meets every way to an end once', () => {
  expect([...walk(flow)].map(({ path, end }) => `${path.length} ${end.id}`)).toEqual([
    '2 duzy-klucz',
    '2 maly-klucz',
    '3 bialy',
    '3 maly-klucz',
    '2 koniec',
    '1 koniec',
  ]);
});

test('whatever stands in an address, the path that counts resolves to itself', () => {
  const word = fc.constantFrom(
    'rzecz',
    'barwa',
    'rozmiar',
    'klucz',
    'kolor',
    'nic',
    'biel',
    'czern',
    'duzy',
    'maly',
    '__proto__',
    '',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word)), (pairs) => {
      const once = resolve(flow, Object.fromEntries(pairs));
      expect(resolve(flow, toAnswers(once.path))).toEqual({ ...once, dropped: [] });
    }),
  );
});
