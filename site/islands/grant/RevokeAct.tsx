import type { GrantView } from '../../../contract/index.ts';
import { wordsOf } from '../../words/kinds/index.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { takeBack } from './acts.ts';

const INVITED = {
  first: 'Wycofaj zaproszenie',
  title: 'Wycofać zaproszenie?',
  what: 'Link z zaproszenia przestanie działać. Nikt jeszcze nie miał dostępu.',
  last: 'Wycofaj teraz',
};
/** A domain is offered in the other client's Panel, without a link. */
const OFFERED = {
  first: 'Wycofaj propozycję',
  title: 'Wycofać propozycję?',
  what: 'Drugi klient przestanie ją widzieć. Nic się jeszcze nie zmieniło.',
  last: 'Wycofaj teraz',
};
const LIVE = { first: 'Odbierz dostęp', title: 'Odebrać dostęp?', last: 'Odbierz teraz' };
const SEAT = { first: 'Odbierz licencję', title: 'Odebrać licencję?', last: 'Odbierz teraz' };

function wordsFor({ spec, state }: GrantView) {
  if (state === 'requested')
    return spec.kind === 'delegation'
      ? { words: OFFERED, leave: 'Zostaw propozycję' }
      : { words: INVITED, leave: 'Zostaw zaproszenie' };
  const { cut } = wordsOf(spec);
  if (spec.kind === 'seat')
    return { words: { ...SEAT, what: `${cut} Tej samej osobie przydzielisz ją potem od nowa.` }, leave: 'Zostaw licencję' };
  return { words: { ...LIVE, what: `${cut} Tego nie cofniesz, ale możesz nadać nowy dostęp.` }, leave: 'Zostaw dostęp' };
}

interface RevokeActProps {
  grant: GrantView;
  /** Said only to screen readers, so that buttons in a list are told apart. */
  about?: string;
  onChanged: (grant: GrantView) => void;
}

/** Taking back what was given, or the invitation to it. */
export const RevokeAct = ({ grant, about, onChanged }: RevokeActProps) => (
  <ConfirmAct {...wordsFor(grant)} {...(about ? { about } : {})} danger act={() => takeBack(grant)} onDone={onChanged}>
    <p>{grant.spec.kind === 'delegation' ? grant.grantee.name : `Osoba: ${grant.grantee.name}`}.</p>
  </ConfirmAct>
);
