import type { ComponentChildren } from 'preact';
import { momentWords } from '../../words/dates.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { setBlock } from './acts.ts';

interface CessionBlockProps {
  block: { blocked: boolean; liftedAt: number | null };
  onChanged: (said: ComponentChildren) => void;
}

const ON = {
  first: 'Zablokuj cesję',
  title: 'Zablokować cesję?',
  what: 'Nikt nie zacznie ani nie dokończy cesji tego konta i jego domen. Blokadę zdejmiesz hasłem, a przestanie działać dopiero po 24 godzinach.',
  last: 'Zablokuj teraz',
};
const OFF = {
  first: 'Zdejmij blokadę',
  title: 'Zdjąć blokadę cesji?',
  what: 'Blokada przestanie działać za 24 godziny. Do tego czasu możesz się rozmyślić. Wiadomość o tym dostanie każdy właściciel konta.',
  last: 'Zdejmij blokadę',
};
const STAY = { ...ON, first: 'Zostaw blokadę', title: 'Zostawić blokadę?', last: 'Zostaw blokadę' };

/** A lock against cession, which takes a day to open, so that a stolen sign-in is not enough. */
export function CessionBlock({ block: { blocked, liftedAt }, onChanged }: CessionBlockProps) {
  const lift = (
    <ConfirmAct
      words={OFF}
      leave="Zostaw blokadę"
      danger
      act={() => setBlock(false)}
      onDone={() => onChanged(<p>Blokada przestanie działać za 24 godziny.</p>)}
    />
  );
  const close = (
    <ConfirmAct
      words={blocked ? STAY : ON}
      leave={blocked ? 'Niech się skończy' : 'Nie blokuj'}
      act={() => setBlock(true)}
      onDone={() => onChanged(<p>Cesja jest zablokowana. Nikt jej nie zacznie ani nie dokończy.</p>)}
    />
  );
  return (
    <section>
      <h2>Blokada cesji</h2>
      {blocked ? (
        <p>
          Cesja konta i jego domen jest <strong>zablokowana</strong>.{' '}
          {liftedAt === null ? '' : `Blokada przestanie działać: ${momentWords(liftedAt)}.`}
        </p>
      ) : (
        <p>
          Nie planujesz cesji? Zablokuj ją. Wtedy nie przeprowadzi jej nawet ktoś, kto pozna Twoje hasło – na zdjęcie blokady
          czeka się dobę.
        </p>
      )}
      <div class="acts">{blocked && liftedAt === null ? lift : close}</div>
    </section>
  );
}
