import { dayWords, momentWords } from '../../../content/words/index.ts';
import { sha256Hex } from '../../../contract/index.ts';
import type { Database } from '../../db/index.ts';
import { addCessionToken, type CessionSubject } from '../cession-store.ts';
import type { Letter } from '../message.ts';
import { randomToken } from './token.ts';

/** What there is to write about a cession from, when the letter's turn has come. */
export interface CessionOccasion {
  db: Database;
  subject: CessionSubject;
  side: 'giver' | 'taker';
  recipient: string;
  origin: string;
  now: number;
}

interface Words {
  subject: string;
  paragraphs: string[];
  /** Whether there is still something to do about it. */
  open: boolean;
}
type Told = Record<CessionOccasion['side'], (thing: Thing) => Words>;

/** „konto” or „domena”, in the forms that the sentences need. */
interface Thing {
  name: string;
  whom: string;
  what: string;
}

const UNKNOWN = 'Nie wiesz, o co chodzi? Nie rób nic: bez Ciebie nic się nie zmieni, a po 14 dniach sprawa sama wygaśnie.';
const NOT_ME =
  'Jeśli to nie Ty: zaloguj się, odwołaj cesję na tej stronie i zmień hasło. Do końca może ją odwołać każda ze stron, bez podania powodu.';

const LETTERS: Record<string, Told> = {
  'cession-offered': {
    giver: ({ whom, name }) => ({
      subject: `Rozpoczęta cesja: ${name}`,
      paragraphs: [
        `Z Twojego Panelu ktoś zaczął cesję ${whom}. Druga strona dostała link i teraz jej kolej.`,
        'Na razie nic się nie zmienia. Cesja dojdzie do skutku dopiero, gdy obie strony potwierdzą podsumowanie.',
      ],
      open: true,
    }),
    taker: ({ what, name }) => ({
      subject: `Możesz przejąć ${what}: ${name}`,
      paragraphs: [
        `Obecny abonent chce przekazać Ci ${what} na stałe. Otwórz link, sprawdź, co przejmujesz, i podaj dane nowego abonenta.`,
        'Nic się nie zmieni, dopóki obie strony nie potwierdzą podsumowania.',
      ],
      open: true,
    }),
  },
  'cession-accepted': {
    giver: ({ name }) => ({
      subject: `Druga strona podała dane do cesji: ${name}`,
      paragraphs: [
        'Teraz postanów o każdym dostępie, czy zostaje, i potwierdź podsumowanie. Druga strona też musi je potwierdzić.',
      ],
      open: true,
    }),
    taker: ({ name }) => ({
      subject: `Mamy Twoje dane do cesji: ${name}`,
      paragraphs: [
        'Gdy obecny abonent postanowi, kto zachowa dostęp, potwierdzisz podsumowanie. Do tego czasu nic się nie zmienia.',
      ],
      open: true,
    }),
  },
  'cession-agreed': {
    giver: ({ name }) => ({
      subject: `Cesja czeka na jedno potwierdzenie: ${name}`,
      paragraphs: ['Jedna ze stron potwierdziła podsumowanie. Potwierdzenie drugiej kończy cesję i nie da się go cofnąć.'],
      open: true,
    }),
    taker: ({ name }) => ({
      subject: `Cesja czeka na jedno potwierdzenie: ${name}`,
      paragraphs: ['Jedna ze stron potwierdziła podsumowanie. Potwierdzenie drugiej kończy cesję i nie da się go cofnąć.'],
      open: true,
    }),
  },
  'cession-completed': {
    giver: ({ what, name }) => ({
      subject: `Cesja zakończona: ${name}`,
      paragraphs: [
        `Nowy abonent przejmuje ${what} na stałe. Od tej chwili decyduje tylko on, a dostępy, które miały się skończyć, są odbierane.`,
        'Ta wiadomość jest potwierdzeniem dla Ciebie. Spis tego, co zostało i co się skończyło, znajdziesz na stronie cesji.',
      ],
      open: true,
    }),
    taker: ({ what, name }) => ({
      subject: `Cesja zakończona: ${name}`,
      paragraphs: [
        `Od tej chwili to Twoje: ${what}. Zaloguj się i sprawdź, kto zachował dostęp. Każdy możesz odebrać od razu.`,
        'Ta wiadomość jest potwierdzeniem dla Ciebie. Spis tego, co zostało i co się skończyło, znajdziesz na stronie cesji.',
      ],
      open: true,
    }),
  },
  'cession-called-off': {
    giver: ({ name }) => ({
      subject: `Cesja nie doszła do skutku: ${name}`,
      paragraphs: ['Abonent i dostępy zostają bez zmian. Link z wcześniejszej wiadomości już nie działa.'],
      open: false,
    }),
    taker: ({ name }) => ({
      subject: `Cesja nie doszła do skutku: ${name}`,
      paragraphs: ['Nic się nie zmienia, a link z wcześniejszej wiadomości już nie działa.'],
      open: false,
    }),
  },
};

export const isAboutCession = (template: string): boolean => template in LETTERS;

const ENDS = { cancelled: 'odwołana przez jedną ze stron', declined: 'druga strona odmówiła', expired: 'minęło 14 dni' } as const;

function thingOf({ cession: { kind }, account, domain }: CessionSubject): Thing {
  return kind === 'domain'
    ? { name: domain ?? '', whom: 'domeny', what: 'domenę' }
    : { name: `konto nr ${account.clientNumber}`, whom: 'całego konta klienta', what: 'całe konto klienta' };
}

/** Where each side goes on. A link for whoever takes over is made here, while sending, so that the token is nowhere but in the letter. */
async function linkFor({ db, subject: { cession }, side, origin }: CessionOccasion): Promise<string> {
  if (side === 'giver' || cession.state === 'completed') return `${origin}/panel/cesja/?id=${cession.id}`;
  const token = randomToken();
  await addCessionToken(db, await sha256Hex(token), cession.id);
  return `${origin}/cesja/#${token}`;
}

const UNDER_WAY: readonly string[] = ['offered', 'accepted', 'agreed'];

/** The letter of one step of a cession to one side; null where it would no longer say anything true. */
export async function cessionLetter(template: string, occasion: CessionOccasion): Promise<Letter | null> {
  const { subject, side, recipient, now } = occasion;
  const { cession } = subject;
  const underWay = UNDER_WAY.includes(cession.state) && cession.expiresAt > now;
  const about = LETTERS[template];
  if (!about) throw new Error(`no such message: ${template}`);
  // A step that something later has overtaken is not told any more.
  if (template !== 'cession-completed' && template !== 'cession-called-off' && !underWay) return null;
  const words = about[side](thingOf(subject));
  const end = cession.state in ENDS ? ENDS[cession.state as keyof typeof ENDS] : null;
  return {
    recipient,
    subject: words.subject,
    paragraphs: words.paragraphs,
    facts: [
      ['Przedmiot', thingOf(subject).name],
      ['Obecny abonent', subject.account.name],
      ['Cesję zaczyna', cession.startedByName],
      ['Druga strona', `${cession.takerName} (${cession.takerEmail})`],
      ...(underWay ? [['Do kiedy', momentWords(cession.expiresAt)] as [string, string]] : []),
      ...(end ? [['Powód', end] as [string, string]] : []),
      ...(cession.endedAt ? [['Zakończona', dayWords(cession.endedAt)] as [string, string]] : []),
    ],
    ...(words.open ? { act: { label: 'Otwórz stronę cesji', link: await linkFor(occasion) } } : {}),
    after: underWay ? [side === 'giver' ? NOT_ME : UNKNOWN] : [],
  };
}
