import { scopePhrase } from '../../../content/words/index.ts';
import { grantSpec } from '../../../contract/index.ts';
import type { Letter } from '../message.ts';
import type { Subject } from '../store.ts';

const REASONS: Record<string, string> = {
  'directory-missing': 'Tego katalogu nie ma już na serwerze.',
  'directory-is-link': 'Ten katalog okazał się skrótem do innego miejsca, a takich nie udostępniamy.',
  'directory-outside': 'Ten katalog prowadzi poza Twoje pliki, a takich nie udostępniamy.',
  'tree-missing': 'Na serwerze nie ma katalogu tej usługi.',
};

/** Tells the owner that a new access could not be put in force and has been withdrawn. */
export function grantFailedLetter(subject: Subject, recipient: string, origin: string): Letter {
  const { grant } = subject;
  return {
    recipient,
    subject: `Nie udało się nadać dostępu: ${grant.granteeName}`,
    paragraphs: [
      'Dostęp nie zadziałał i został wycofany. Nikt nie może się nim zalogować.',
      REASONS[grant.problem ?? ''] ?? 'Serwer go nie przyjął.',
    ],
    facts: [
      ['Dla', grant.granteeName],
      ['Usługa', subject.serviceName],
      ['Zakres', scopePhrase(grantSpec.parse(JSON.parse(grant.spec)))],
    ],
    act: { label: 'Zobacz, co się stało', link: `${origin}/panel/dostep/?id=${grant.id}` },
    after: ['Możesz nadać dostęp jeszcze raz i wybrać inny katalog z listy.'],
  };
}
