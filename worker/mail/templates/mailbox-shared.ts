import { scopePhrase, untilWords } from '../../../content/words/index.ts';
import type { GrantState } from '../../../contract/index.ts';
import type { Letter } from '../message.ts';
import { type Occasion, specOf } from './occasion.ts';

const HAD = 'Ktoś miał dostęp do tej skrzynki, pod własną nazwą użytkownika i z własnym hasłem.';
const HAS = 'Ktoś oprócz Ciebie ma teraz dostęp do tej skrzynki, pod własną nazwą użytkownika i z własnym hasłem.';
/** A short access may be over before its message is out; it is told of all the same. */
const STANDING: Record<GrantState, string> = {
  requested: HAS,
  pending: HAS,
  active: HAS,
  revoking: `${HAD} Ten dostęp jest właśnie odbierany.`,
  ended: `${HAD} Ten dostęp już się skończył.`,
};

/** Tells whoever reads a mailbox that somebody else can, so that no such access is ever silent (R10). */
export function mailboxSharedLetter({ subject, recipient, now }: Occasion): Letter {
  const { grant } = subject;
  return {
    recipient,
    subject: `Dostęp do skrzynki ${recipient}: ${grant.granteeName}`,
    paragraphs: [STANDING[grant.state], 'Hasło skrzynki się nie zmieniło i nikomu go nie pokazano.'],
    facts: [
      ['Kto', grant.granteeName],
      ['Zakres', scopePhrase(specOf(subject))],
      ['Termin', untilWords(grant.notAfter, now)],
      ['Od', `${grant.createdByName}, ${subject.accountName}`],
    ],
    after: [
      'Ten dostęp nie pozwala wysyłać wiadomości z tego adresu.',
      'Ten dostęp Cię dziwi? Zapytaj osobę, od której pochodzi: może go od razu odebrać w Panelu klienta. Nowe hasło skrzynki go nie kończy.',
    ],
  };
}
