import { changeAddress, type Place } from './place.ts';
import type { Answered } from './resolve.ts';
import type { Flow } from './schema.ts';

/** One given answer, in the words that people chose. */
export type SpokenAnswer = { question: string; answer: string; changeAddress: string };

const wordsOf = (flow: Flow, { question, option }: Answered) => {
  const words = flow.words.questions[question];
  return { question: words?.short ?? question, answer: words?.options[option]?.label ?? option };
};

/** The answers that led to a page, each with the way back to change it. */
export const spokenAnswers = (flow: Flow, place: Place): SpokenAnswer[] =>
  place.before.map((answered) => ({ ...wordsOf(flow, answered), changeAddress: changeAddress(flow, place, answered.question) }));

/** How far a person is; „najwyżej” is the longest way that is still open, so it never grows as they go on. */
export function progressWords({ number, atMost }: Pick<Place, 'number' | 'atMost'>): string {
  return number === atMost ? `Pytanie ${number}, ostatnie` : `Pytanie ${number} z\u00a0najwyżej ${atMost}`;
}

/** The same answers as plain text, for a message to support (R15). */
export function answersAsText(flow: Flow, path: readonly Answered[]): string {
  const lines = path.map((answered) => wordsOf(flow, answered)).map(({ question, answer }) => `– ${question}: ${answer}`);
  return [
    `Moje odpowiedzi w kreatorze „${flow.words.title}”:`,
    ...(lines.length > 0 ? lines : ['– jeszcze żadnej']),
    '',
    'Czego potrzebuję: ',
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ');
}
