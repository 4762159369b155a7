import { isSettingName, SETTING, type Setting } from '../../../content/settings/index.ts';
import { momentWords } from '../../../content/words/index.ts';
import { sha256Hex } from '../../../contract/index.ts';
import type { Database } from '../../db/index.ts';
import { addSettingToken, type SettingSubject } from '../help-store.ts';
import type { Letter } from '../message.ts';
import { randomToken } from './token.ts';

interface Occasion {
  db: Database;
  subject: SettingSubject;
  recipient: string;
  /** Which sending the letter belongs to. */
  sending: number;
  origin: string;
  now: number;
}

function settingOf({ setting }: SettingSubject): Setting {
  if (!isSettingName(setting)) throw new Error('a letter about a setting that does not exist');
  return SETTING[setting];
}

/** Asks the IT person what to change. The link is made here, while sending, so that its token is nowhere but in the letter. */
export async function settingRequestLetter({ db, subject, recipient, sending, origin, now }: Occasion): Promise<Letter | null> {
  const isOpen = subject.state === 'sent' || subject.state === 'answered';
  if (!isOpen || subject.sending !== sending || subject.expiresAt <= now) return null;
  const { title, ask } = settingOf(subject);
  const token = randomToken();
  await addSettingToken(db, await sha256Hex(token), subject.id, sending);
  return {
    recipient,
    subject: `${subject.accountName}: pytanie o ustawienie „${title}”`,
    paragraphs: [
      ask,
      'Odpowiedz w krótkim formularzu. Właściciel konta dostanie z niego gotowe kroki i sam wprowadzi zmianę. Nie potrzebujesz do tego żadnego dostępu ani hasła.',
    ],
    facts: [
      ['Od', `${subject.askedBy}, ${subject.accountName}`],
      ['Dla', subject.helperName],
      ['Usługa', subject.serviceName],
      ['Ustawienie', title],
      ...(subject.note === '' ? [] : [['Notatka', subject.note] as [string, string]]),
    ],
    act: { label: 'Otwórz formularz', link: `${origin}/zmiana/#${token}` },
    after: [
      `Link działa do ${momentWords(subject.expiresAt)}. Do tego czasu możesz też poprawić odpowiedź. Formularz niczego nie zmienia na serwerze.`,
      'Nie znasz nadawcy? Nie otwieraj linku. Bez Ciebie nic się nie stanie.',
    ],
  };
}

/** Tells whoever asked that there are steps to follow; null once the request is over. */
export function settingAnsweredLetter({ subject, recipient, origin }: Occasion): Letter | null {
  if (subject.state !== 'answered') return null;
  const { title } = settingOf(subject);
  return {
    recipient,
    subject: `Wiadomo, co zmienić: ${title}`,
    paragraphs: [
      'Masz odpowiedź na pytanie o ustawienie. W Panelu czekają kroki, które odhaczysz jeden po drugim.',
      'Zanim cokolwiek zmienisz, sprawdź, czy odpowiedź zgadza się z tym, o co chodziło.',
    ],
    facts: [
      ['Ustawienie', title],
      ['Usługa', subject.serviceName],
      ['Odpowiedź od', subject.helperName],
    ],
    act: { label: 'Zobacz kroki', link: `${origin}/panel/ustawienia/prosba/?id=${subject.id}` },
    after: ['Ta osoba nie dostała przy tym żadnego dostępu.'],
  };
}
