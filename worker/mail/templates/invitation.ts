import { momentWords, scopePhrase, untilWords } from '../../../content/words/index.ts';
import { grantSpec, sha256Hex } from '../../../contract/index.ts';
import type { Database } from '../../db/index.ts';
import type { Letter } from '../message.ts';
import { addInvitationToken, type Subject } from '../store.ts';

const randomToken = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');

/**
 * The invitation to accept access, or to set a new password for it. Its link is made here, while sending, so that the
 * token is nowhere but in the message; null when there is no open invitation any more.
 */
export async function invitationLetter(db: Database, subject: Subject, origin: string, now: number): Promise<Letter | null> {
  const { grant, invitation } = subject;
  if (!invitation || invitation.expiresAt <= now) return null;
  const token = randomToken();
  await addInvitationToken(db, await sha256Hex(token), invitation.id);
  const first = invitation.purpose === 'access';
  return {
    recipient: grant.granteeEmail,
    subject: first
      ? `${subject.accountName}: masz dostęp do odebrania`
      : `${subject.accountName}: ustaw nowe hasło do swojego dostępu`,
    paragraphs: [
      first
        ? 'Ktoś daje Ci dostęp do swoich plików na serwerze. Otwórz zaproszenie, sprawdź, co obejmuje, i ustaw własne hasło.'
        : 'Możesz ustawić nowe hasło lub klucz do dostępu, który już masz. Do tej chwili działa poprzednie.',
    ],
    facts: [
      ['Od', `${grant.createdByName}, ${subject.accountName}`],
      ['Dla', grant.granteeName],
      ['Usługa', subject.serviceName],
      ['Zakres', scopePhrase(grantSpec.parse(JSON.parse(grant.spec)))],
      ['Termin', untilWords(grant.notAfter, now)],
    ],
    act: { label: first ? 'Otwórz zaproszenie' : 'Ustaw nowe hasło', link: `${origin}/zaproszenie/#${token}` },
    after: [
      `Link działa do ${momentWords(invitation.expiresAt)} i tylko raz. Nie przekazuj go nikomu: kto go otworzy, może ustawić hasło.`,
      'Nie znasz nadawcy? Nie otwieraj linku. Bez Ciebie nic się nie stanie, a zaproszenie samo wygaśnie.',
    ],
  };
}
