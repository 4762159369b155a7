import type { CessionItem, CessionView, Subscriber } from '../../../contract/index.ts';
import { counted, type Forms } from '../../words/plural.ts';

type State = CessionView['state'];
type Kind = CessionView['kind'];
type Decision = NonNullable<CessionItem['decision']>;

export const STATE_WORDS: Record<State, string> = {
  offered: 'czeka na dane nowego abonenta',
  accepted: 'czeka na decyzje i potwierdzenia',
  agreed: 'czeka na ostatnie potwierdzenie',
  completed: 'zakończona',
  cancelled: 'odwołana',
  declined: 'druga strona odmówiła',
  expired: 'wygasła',
};

/** How a state looks; the same colours as those of an access. */
export const STATE_LOOKS: Record<State, 'requested' | 'pending' | 'active' | 'ended'> = {
  offered: 'requested',
  accepted: 'pending',
  agreed: 'pending',
  completed: 'active',
  cancelled: 'ended',
  declined: 'ended',
  expired: 'ended',
};

const UNDER_WAY: readonly State[] = ['offered', 'accepted', 'agreed'];
export const isUnderWay = ({ state }: Pick<CessionView, 'state'>): boolean => UNDER_WAY.includes(state);

type About = Pick<CessionView, 'kind' | 'domain' | 'account'>;
/** What changes hands, in the nominative. */
export const thingWords = ({ kind, domain, account }: About): string =>
  kind === 'domain' ? `Domena: ${domain ?? ''}` : `Całe konto: ${account.name}, numer klienta\u00a0${account.clientNumber}`;

/** What goes over to the new subscriber with it. */
export const goesOver = (kind: Kind): readonly string[] =>
  kind === 'account'
    ? [
        'abonent – od tej chwili umowa i faktury są na nowego abonenta',
        'wszystkie usługi na koncie: serwery, domeny, poczta, bazy danych i licencje',
        'wszystkie pliki i wiadomości, które się na nich znajdują',
        'prawo do decydowania, kto ma dostęp',
      ]
    : ['sama domena, razem z jej rekordami DNS', 'prawo do decydowania, kto nią zarządza'];

/** What does not. */
export const staysBehind = (kind: Kind): string =>
  kind === 'account'
    ? 'Strony i poczta działają dalej bez przerwy. Dotychczasowy właściciel traci wstęp do konta od razu.'
    : 'Strona i poczta w tej domenie działają dalej. Serwer, pliki i skrzynki zostają na koncie dotychczasowego abonenta.';

export interface Step {
  word: string;
  done: boolean;
}
/** How far both sides are. */
export function stepsOf({ subscriber, counts, giver, taker, state }: CessionView): Step[] {
  const over = state === 'completed';
  return [
    { word: 'Obecny abonent zaczyna cesję', done: true },
    { word: 'Nowy abonent podaje swoje dane', done: subscriber !== null },
    { word: 'Obecny abonent decyduje o każdym dostępie', done: over || counts.undecided === 0 },
    { word: 'Obecny abonent potwierdza podsumowanie', done: over || giver.confirmedAt !== null },
    { word: 'Nowy abonent potwierdza podsumowanie', done: over || taker.confirmedAt !== null },
  ];
}

const ITEMS: Forms = { one: 'dostęp', few: 'dostępy', many: 'dostępów', other: 'dostępu' };
export const itemsCounted = (n: number): string => counted(n, ITEMS);

/** Somebody may be both sides: a person who passes the account to a company of their own. */
const isBothSides = (view: CessionView, email: string | null) => view.taker.email.toLowerCase() === email?.toLowerCase();

/** The caller's own word; whoever is both sides has one more to say for as long as it is under way. */
function confirmedBy(view: CessionView, email: string | null): number | null {
  if (view.side === 'taker') return view.taker.confirmedAt;
  return isBothSides(view, email) ? null : view.giver.confirmedAt;
}

/** Why the caller cannot confirm now; null when they can. */
export function whyNotConfirm(view: CessionView, email: string | null): string | null {
  if (confirmedBy(view, email) !== null) return 'Twoje potwierdzenie już mamy. Czekamy na drugą stronę.';
  if (view.subscriber === null) return 'Druga strona nie podała jeszcze danych nowego abonenta. Damy Ci znać, gdy to zrobi.';
  if (view.counts.undecided === 0) return null;
  return view.side === 'giver'
    ? `Bez decyzji: ${itemsCounted(view.counts.undecided)}. Zdecyduj o wszystkich, a potem potwierdź podsumowanie.`
    : 'Obecny abonent nie zdecydował jeszcze o wszystkich dostępach. Damy Ci znać, gdy będzie można potwierdzić.';
}

/** True when the caller's word is the last one, after which nothing can be taken back. */
export const isLastWord = ({ side, giver, taker }: CessionView): boolean =>
  side === 'giver' && giver.confirmedAt === null ? taker.confirmedAt !== null : giver.confirmedAt !== null;

export type Chosen = Readonly<Record<string, Decision>>;
export const decisionOn = (item: CessionItem, chosen: Chosen): CessionItem['decision'] => chosen[item.id] ?? item.decision;

/** What was chosen on the page and is not saved yet; what is gone from the list meanwhile, or was saved, is left out. */
export const unsaved = (items: readonly CessionItem[], chosen: Chosen): { id: string; decision: Decision }[] =>
  items.flatMap((item) => {
    const decision = chosen[item.id];
    return item.mayStay && decision && decision !== item.decision ? [{ id: item.id, decision }] : [];
  });

/** The same decision for everything that somebody may decide on. */
export const allAs = (items: readonly CessionItem[], decision: Decision): { id: string; decision: Decision }[] =>
  items.filter(({ mayStay }) => mayStay).map(({ id }) => ({ id, decision }));

const grouped = (nip: string) => nip.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1-$2-$3-$4');
/** The new subscriber as a list of facts. */
export function subscriberFacts(subscriber: Subscriber): [string, string][] {
  const { name, address, postcode, city } = subscriber;
  const numbers: [string, string][] =
    subscriber.type === 'company'
      ? [['NIP', grouped(subscriber.nip)], ...(subscriber.regon ? [['REGON', subscriber.regon] as [string, string]] : [])]
      : [];
  return [
    [subscriber.type === 'company' ? 'Firma' : 'Imię i nazwisko', name],
    ...numbers,
    ['Adres', `${address}, ${postcode} ${city}`],
  ];
}
