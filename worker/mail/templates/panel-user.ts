import { scopePhrase, untilWords } from '../../../content/words/index.ts';
import type { PanelRole } from '../../../contract/index.ts';
import type { Letter } from '../message.ts';
import { type Occasion, specOf } from './occasion.ts';

/** What the role lets the invited person see and do, said in full (R1, R2, R13). */
const OFFERS: Record<PanelRole, string> = {
  administrator:
    'Dostajesz zaproszenie do Panelu klienta jako administrator. Zobaczysz w nim wszystko, co należy do tego konta: usługi, pliki na serwerze, ustawienia i dane abonenta. Wszystko to będzie Ci też wolno zmieniać.',
  user: 'Dostajesz zaproszenie do Panelu klienta jako użytkownik. Zobaczysz w nim tylko te licencje, które przydzielono Tobie, na przykład Office 365. Do reszty konta ta rola nie daje wstępu.',
};
const HOW = 'Masz już logowanie z tym adresem e-mail? Zaloguj się nim i przyjmij zaproszenie. Jeśli nie, ustawisz własne hasło.';

/** What an owner is told of the role of somebody who has come. */
const OPENS: Record<PanelRole, string> = {
  administrator:
    'Ta osoba widzi teraz wszystko, co należy do konta, razem z plikami na serwerze i danymi abonenta, i może to zmieniać.',
  user: 'Ta osoba widzi tylko licencje, które jej przydzielono.',
};

const roleOf = (occasion: Occasion): PanelRole => {
  const spec = specOf(occasion.subject);
  if (spec.kind !== 'panel-user') throw new Error('a letter about panel users for another kind of grant');
  return spec.role;
};

/** What an invitation to the Panel says before its facts. */
export const panelOffer = (occasion: Occasion): string[] => [OFFERS[roleOf(occasion)], HOW];

/** Tells each owner that somebody has accepted an invitation to the Panel, so that no such sign-in is ever silent. */
export function panelUserJoinedLetter(occasion: Occasion): Letter {
  const { subject, recipient, origin, now } = occasion;
  const { grant } = subject;
  const over = grant.state === 'ended';
  return {
    recipient,
    subject: `${subject.accountName}: ${grant.granteeName} w Panelu klienta`,
    paragraphs: over
      ? ['Ktoś przyjął zaproszenie do Panelu klienta. Ten dostęp już się skończył.']
      : ['Ktoś przyjął zaproszenie do Panelu klienta i może się do niego logować.', OPENS[roleOf(occasion)]],
    facts: [
      ['Kto', `${grant.granteeName}, ${grant.granteeEmail}`],
      ['Zakres', scopePhrase(specOf(subject))],
      ['Termin', untilWords(grant.notAfter, now)],
      ['Zaproszenie od', grant.createdByName],
    ],
    act: { label: 'Zobacz, kto korzysta z Panelu', link: `${origin}/panel/uzytkownicy/` },
    after: [
      'Jeśli to nie Ty i nikt od Ciebie nie zapraszał tej osoby, usuń ją od razu na tej stronie i zmień swoje hasło. Pomoże Ci w tym też BOK.',
    ],
  };
}
