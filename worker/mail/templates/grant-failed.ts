import { scopePhrase } from '../../../content/words/index.ts';
import type { ApplyFault, GrantKindName } from '../../../contract/index.ts';
import type { Letter } from '../message.ts';
import { type Occasion, specOf } from './occasion.ts';

const REASONS: Partial<Record<ApplyFault, string>> = {
  'directory-missing': 'Tego katalogu nie ma już na serwerze.',
  'directory-is-link': 'Ten katalog okazał się skrótem do innego miejsca, a takich nie udostępniamy.',
  'directory-outside': 'Ten katalog prowadzi poza Twoje pliki, a takich nie udostępniamy.',
  'tree-missing': 'Na serwerze nie ma katalogu tej usługi.',
  'database-missing': 'Tej bazy danych nie ma już na serwerze.',
  'database-outside': 'Ta baza danych nie należy do tej usługi.',
  'mailbox-missing': 'Tej skrzynki nie ma już na serwerze.',
  'mailbox-outside': 'Ta skrzynka nie należy do tej usługi.',
  'credential-missing': 'Serwer nie ma hasła do tego dostępu.',
  'vendor-seats-out': 'U dostawcy tej usługi nie ma już wolnej licencji. Zwolnij tam jedną albo dokup następną.',
  'vendor-refused': 'Dostawca tej usługi nie przyjął tej osoby. Sprawdź jej adres e-mail albo napisz do BOK.',
};

const NEXT: Record<GrantKindName, string> = {
  ftp: 'Możesz nadać dostęp jeszcze raz i wybrać inny katalog z listy.',
  database: 'Możesz nadać dostęp jeszcze raz i wybrać inną bazę danych z listy.',
  mailbox: 'Możesz nadać dostęp jeszcze raz i wybrać inną skrzynkę z listy.',
  'panel-user': 'Możesz zaprosić tę osobę jeszcze raz.',
  delegation: 'Możesz przekazać domenę jeszcze raz.',
  seat: 'Możesz przydzielić licencję jeszcze raz.',
};

/** Tells the owner that a new access could not be put in force and has been withdrawn. */
export function grantFailedLetter({ subject, recipient, fault, origin }: Occasion): Letter {
  const { grant } = subject;
  return {
    recipient,
    subject: `Nie udało się nadać dostępu: ${grant.granteeName}`,
    paragraphs: [
      'Dostęp nie zadziałał i został wycofany. Nikt nie może się nim zalogować.',
      (fault && REASONS[fault]) ?? 'Serwer go nie przyjął.',
    ],
    facts: [
      ['Dla', grant.granteeName],
      ['Usługa', subject.serviceName],
      ['Zakres', scopePhrase(specOf(subject))],
    ],
    act: { label: 'Zobacz, co się stało', link: `${origin}/panel/dostep/?id=${grant.id}` },
    after: [NEXT[grant.kind]],
  };
}
