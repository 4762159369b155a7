import { describe, expect, it } from 'vitest';
import { FLOWS } from '../wizards/index.ts';
import { answerLines, flowWords, helpQuery, readHelpQuery, readReferrer, wizardHelpQuery } from './help.ts';

const FLOW_WORDS = Object.fromEntries(FLOWS.map((flow) => [flow.id, flowWords(flow)]));
const ORIGIN = 'https://klucznik.example';
const ASKED = {
  page: '/kreator/informatyk/zakres/',
  flow: 'informatyk',
  answers: [{ node: 'zadanie', answer: 'pliki' }],
};

describe('where somebody asked for help', () => {
  it('travels in an address and back', () => {
    const query = wizardHelpQuery('informatyk', 'zakres', [{ question: 'zadanie', option: 'pliki' }]);
    expect(query).toBe(helpQuery(ASKED));
    expect(readHelpQuery(new URLSearchParams(query), FLOW_WORDS)).toEqual(ASKED);
  });

  it('is known from the page before, answers included', () =>
    expect(readReferrer(`${ORIGIN}/kreator/informatyk/zakres/?zadanie=pliki`, ORIGIN, FLOW_WORDS)).toEqual(ASKED));

  it('is only the page outside a wizard, without what its address held', () =>
    expect(readReferrer(`${ORIGIN}/panel/dostep/?id=sekret#x`, ORIGIN, FLOW_WORDS)).toEqual({
      page: '/panel/dostep/',
      flow: null,
      answers: [],
    }));

  it.each(['', 'nic', 'https://obcy.example/kreator/informatyk/?zadanie=pliki'])('is nothing after „%s”', (referrer) =>
    expect(readReferrer(referrer, ORIGIN, FLOW_WORDS)).toBeNull(),
  );

  it('drops what no wizard says', () => {
    const query = new URLSearchParams(
      'strona=/kreator/informatyk/zakres/&kreator=informatyk&odp=zadanie.pliki&odp=zadanie.moje-haslo&odp=constructor.x&odp=x',
    );
    expect(readHelpQuery(query, FLOW_WORDS)).toEqual(ASKED);
    expect(readHelpQuery(new URLSearchParams('strona=/&kreator=constructor&odp=a.b'), FLOW_WORDS)).toEqual({
      page: '/',
      flow: null,
      answers: [],
    });
    for (const page of ['', 'kreator', '/x?y=1', '/x#y', `/${'x'.repeat(200)}`])
      expect(readHelpQuery(new URLSearchParams({ strona: page }), FLOW_WORDS)).toBeNull();
  });

  it('is said in the words that people chose', () => {
    expect(answerLines(ASKED, FLOW_WORDS)).toEqual([expect.stringMatching(/^Zadanie: .*[Pp]lik/)]);
    expect(answerLines({ flow: 'dawny', answers: [{ node: 'co', answer: 'nic' }] }, FLOW_WORDS)).toEqual(['co: nic']);
  });
});
