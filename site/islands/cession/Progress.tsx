import type { CessionView } from '../../../contract/index.ts';
import { momentWords } from '../../words/dates.ts';
import { STATE_LOOKS, STATE_WORDS, stepsOf, subscriberFacts, thingWords } from './cession-words.ts';

export const CessionState = ({ state }: Pick<CessionView, 'state'>) => (
  <span class="state" data-state={STATE_LOOKS[state]}>
    {STATE_WORDS[state]}
  </span>
);

/** How far both sides are, told by words and not by colour alone. */
export const Progress = ({ view }: { view: CessionView }) => (
  <ol class="cession-steps">
    {stepsOf(view).map(({ word, done }) => (
      <li key={word} data-done={done ? '' : undefined}>
        {word} <small>{done ? '– gotowe' : '– czeka'}</small>
      </li>
    ))}
  </ol>
);

/** Who passes what to whom. */
export function Facts({ view }: { view: CessionView }) {
  const { giver, taker, subscriber, endedAt, expiresAt, createdAt } = view;
  const facts: [string, string][] = [
    ['Przedmiot', thingWords(view)],
    ['Przekazuje', giver.person],
    ['Przejmuje', `${taker.person} (${taker.email})`],
    ...(subscriber ? subscriberFacts(subscriber) : []),
    ['Początek', momentWords(createdAt)],
    endedAt === null ? ['Trzeba skończyć', `do ${momentWords(expiresAt)}`] : ['Koniec', momentWords(endedAt)],
  ];
  return (
    <dl class="tag-facts cession-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
