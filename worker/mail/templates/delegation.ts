import { untilWords } from '../../../content/words/index.ts';
import type { EndReason } from '../../../contract/index.ts';
import type { Letter } from '../message.ts';
import type { Occasion } from './occasion.ts';

/** After a cession the account may bear the name of somebody who has never dealt with whoever reads this. */
const from = ({ grant, accountName }: Occasion['subject']): Letter['facts'] =>
  grant.endReason === 'cession' ? [] : [['Od', `${grant.createdByName}, ${accountName}`]];
const facts = ({ subject, now }: Occasion): Letter['facts'] => [
  ['Domena', subject.serviceName],
  ...from(subject),
  ['Dla', subject.grant.granteeName],
  ['Termin', untilWords(subject.grant.notAfter, now)],
];
const STAYS = 'Domena nie zmienia abonenta. Zarządzanie nią można w każdej chwili odebrać albo oddać.';

/** Asks another client whether they will manage a domain; null once they have answered, or it was withdrawn. */
export function delegationOfferedLetter(occasion: Occasion): Letter | null {
  const { subject, recipient, origin } = occasion;
  if (subject.grant.state !== 'requested') return null;
  return {
    recipient,
    subject: `Propozycja zarządzania domeną ${subject.serviceName}`,
    paragraphs: [
      'Inny klient chce przekazać Ci zarządzanie swoją domeną. Jeśli się zgodzisz, zmienisz jej rekordy DNS w swoim Panelu.',
      STAYS,
    ],
    facts: facts(occasion),
    act: { label: 'Zobacz propozycję i odpowiedz', link: `${origin}/panel/domeny/` },
    after: ['Nic się nie zmieni, dopóki nie odpowiesz. Nie znasz tej firmy? Odmów w Panelu.'],
  };
}

/** Tells the owner of a domain that another client manages it now. */
export function delegationAcceptedLetter(occasion: Occasion): Letter {
  const { subject, recipient, origin } = occasion;
  const isOver = subject.grant.state === 'ended';
  return {
    recipient,
    subject: `Domeną ${subject.serviceName} zarządza inny klient`,
    paragraphs: [
      isOver
        ? 'Inny klient przyjął zarządzanie Twoją domeną. Już się ono skończyło.'
        : 'Inny klient przyjął zarządzanie Twoją domeną i może teraz zmieniać jej rekordy DNS.',
      'Abonentem domeny jesteś nadal Ty. Każdą zmianę zobaczysz w Panelu i możesz ją cofnąć.',
    ],
    facts: facts(occasion),
    act: { label: 'Zobacz domenę', link: `${origin}/panel/domeny/` },
    after: ['Zarządzanie odbierzesz w Panelu jednym kliknięciem, od razu.'],
  };
}

const ENDINGS: Partial<Record<EndReason, string>> = {
  revoked: 'Właściciel domeny odebrał zarządzanie nią.',
  cancelled: 'Właściciel domeny wycofał propozycję zarządzania nią.',
  declined: 'Drugi klient nie przyjął zarządzania tą domeną.',
  returned: 'Drugi klient oddał zarządzanie tą domeną.',
  expired: 'Minął termin zarządzania tą domeną przez drugiego klienta.',
  cession: 'Zarządzanie tą domeną skończyło się wraz z cesją.',
};

/** Tells the other side that a domain is no longer managed by another client, or will not be. */
export function delegationEndedLetter(occasion: Occasion): Letter {
  const { subject, recipient, origin } = occasion;
  const { endReason } = subject.grant;
  return {
    recipient,
    subject: `Koniec zarządzania domeną ${subject.serviceName}`,
    paragraphs: [
      (endReason && ENDINGS[endReason]) ?? 'Zarządzanie tą domeną się skończyło.',
      'Rekordy DNS zostają takie, jakie są. Zmienia je teraz tylko właściciel domeny.',
    ],
    facts: facts(occasion),
    act: { label: 'Zobacz swoje domeny', link: `${origin}/panel/domeny/` },
    after: [],
  };
}
