import { momentWords, scopePhrase, untilWords } from '../../../content/words/index.ts';
import { type GrantKindName, sha256Hex } from '../../../contract/index.ts';
import type { Letter } from '../message.ts';
import { addInvitationToken } from '../store.ts';
import { type Occasion, specOf } from './occasion.ts';
import { panelOffer } from './panel-user.ts';
import { randomToken } from './token.ts';

/** What is offered the first time, and what for access that exists. */
const OFFERS: Record<Exclude<GrantKindName, 'seat' | 'delegation' | 'panel-user'>, { access: string; credential: string }> = {
  ftp: {
    access: 'Ktoś daje Ci dostęp do swoich plików na serwerze. Otwórz zaproszenie, sprawdź, co obejmuje, i ustaw własne hasło.',
    credential:
      'Możesz ustawić nowe hasło lub klucz do dostępu, który już masz. Dopóki tego nie zrobisz, działa to, co do tej pory.',
  },
  database: {
    access:
      'Ktoś daje Ci dostęp do swojej bazy danych. Otwórz zaproszenie, sprawdź, co obejmuje, i zapisz hasło, które wygeneruje strona.',
    credential:
      'Możesz wygenerować nowe hasło do bazy danych, do której już masz dostęp. Dopóki tego nie zrobisz, działa poprzednie.',
  },
  mailbox: {
    access:
      'Ktoś daje Ci dostęp do skrzynki e-mail. Otwórz zaproszenie, sprawdź, co obejmuje, i ustaw własne hasło: tylko Ty je poznasz.',
    credential: 'Możesz ustawić nowe hasło do skrzynki, do której już masz dostęp. Dopóki tego nie zrobisz, działa poprzednie.',
  },
};

/**
 * The invitation to accept access, or to set a new password for it. Its link is made here, while sending, so that the
 * token is nowhere but in the message; null when there is no open invitation any more.
 */
export async function invitationLetter(occasion: Occasion): Promise<Letter | null> {
  const { db, subject, origin, now } = occasion;
  const { grant, invitation } = subject;
  if (!invitation || invitation.expiresAt <= now) return null;
  if (grant.kind === 'seat' || grant.kind === 'delegation') return null;
  const token = randomToken();
  await addInvitationToken(db, await sha256Hex(token), invitation.id);
  const first = invitation.purpose === 'access';
  return {
    recipient: grant.granteeEmail,
    subject: first
      ? `${subject.accountName}: masz dostęp do przyjęcia`
      : `${subject.accountName}: ustaw nowe hasło do swojego dostępu`,
    paragraphs: grant.kind === 'panel-user' ? panelOffer(occasion) : [OFFERS[grant.kind][invitation.purpose]],
    facts: [
      ['Od', `${grant.createdByName}, ${subject.accountName}`],
      ['Dla', grant.granteeName],
      ['Usługa', subject.serviceName],
      ['Zakres', scopePhrase(specOf(subject))],
      ['Termin', untilWords(grant.notAfter, now)],
    ],
    act: { label: first ? 'Otwórz zaproszenie' : 'Ustaw nowe hasło', link: `${origin}/zaproszenie/#${token}` },
    after: [
      `Link działa do ${momentWords(invitation.expiresAt)} i tylko raz. Nie przekazuj go nikomu: kto go otworzy, może przejąć ten dostęp.`,
      'Nie znasz nadawcy? Nie otwieraj linku. Bez Ciebie nic się nie stanie, a zaproszenie samo wygaśnie.',
    ],
  };
}
