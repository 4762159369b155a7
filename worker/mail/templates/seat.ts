import { scopePhrase, untilWords } from '../../../content/words/index.ts';
import type { Letter } from '../message.ts';
import { type Occasion, specOf } from './occasion.ts';

const ROLE = {
  user: 'Możesz korzystać z tej usługi w swojej pracy.',
  administrator: 'Możesz korzystać z tej usługi i opiekować się nią: przydzielać jej licencje innym i je odbierać.',
} as const;

/** Tells a person that they have a licence, and what to do next; null once it is not theirs any more. */
export function seatAssignedLetter({ subject, recipient, now }: Occasion): Letter | null {
  const { grant, serviceName, accountName } = subject;
  const spec = specOf(subject);
  if (spec.kind !== 'seat' || grant.state === 'revoking' || grant.state === 'ended') return null;
  return {
    recipient,
    subject: `Masz licencję: ${serviceName}`,
    paragraphs: [
      `Licencja jest już przypisana do Ciebie. ${ROLE[spec.role]}`,
      'Jeśli masz już konto w tej usłudze, zaloguj się tak jak dotąd. Jeśli to Twój pierwszy raz, zapytaj osobę z pola „Od” o nazwę użytkownika i pierwsze hasło.',
    ],
    facts: [
      ['Usługa', serviceName],
      ['Zakres', scopePhrase(spec)],
      ['Termin', untilWords(grant.notAfter, now)],
      ['Od', `${grant.createdByName}, ${accountName}`],
    ],
    after: ['Ta wiadomość Cię dziwi? Zapytaj osobę, od której pochodzi. Niczego nie musisz potwierdzać.'],
  };
}

/** Tells a person that a licence they had is not theirs any more. */
export function seatWithdrawnLetter({ subject, recipient }: Occasion): Letter {
  const { grant, serviceName, accountName } = subject;
  return {
    recipient,
    subject: `Nie masz już licencji: ${serviceName}`,
    paragraphs: [
      'Ta licencja nie jest już przypisana do Ciebie.',
      'Twoje pliki i ustawienia w tej usłudze mogą z czasem zniknąć. Potrzebujesz ich? Jak najszybciej napisz do osoby z pola „Od”.',
    ],
    facts: [
      ['Usługa', serviceName],
      ['Od', `${grant.createdByName}, ${accountName}`],
    ],
    after: ['Inne dostępy, które masz w tej firmie, zostają bez zmian.'],
  };
}
