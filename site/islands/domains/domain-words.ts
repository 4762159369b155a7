import type { DelegationView, DomainView } from '../../../contract/index.ts';
import { untilWords } from '../../words/dates.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';
import { counted, type Forms } from '../../words/plural.ts';

const RECORDS: Forms = { one: 'rekord', few: 'rekordy', many: 'rekordów', other: 'rekordu' };
export const recordsWords = (count: number): string => (count === 0 ? 'jeszcze żadnego rekordu' : counted(count, RECORDS));

export const zoneAddress = (serviceId: string, view?: string): string =>
  `/panel/domeny/dns/?${new URLSearchParams({ id: serviceId, ...(view ? { widok: view } : {}) })}`;
export const grantAddress = (grantId: string): string => `/panel/dostep/?id=${encodeURIComponent(grantId)}`;

type Other = NonNullable<DomainView['other']>;

/** The other client of one's own domain, by number: „klient nr 100200”. */
export const clientWords = ({ name }: Pick<Other, 'name'>): string => `klient nr ${name.replace(/^klient nr /i, '')}`;

/** True while the other client has not said yes. */
export const isOffered = ({ state }: Pick<Other, 'state'>): boolean => state === 'requested';

/** Who manages one's own domain, in a phrase. */
export function managedBy({ other }: Pick<DomainView, 'other'>, now: number): string {
  if (!other) return 'tylko to konto';
  if (isOffered(other)) return `na razie tylko to konto. Na zgodę czeka ${clientWords(other)}`;
  return `to konto i ${clientWords(other)}, ${untilWords(other.notAfter, now)}`;
}

/** The second touch of taking back, or of an offer that nobody has accepted yet. */
export function takeBackWords(other: Other) {
  if (isOffered(other))
    return {
      words: {
        first: 'Wycofaj propozycję',
        title: 'Wycofać propozycję?',
        what: 'Drugi klient przestanie ją widzieć. Nic się jeszcze nie zmieniło.',
        last: 'Wycofaj teraz',
      },
      leave: 'Zostaw propozycję',
    };
  return {
    words: {
      first: 'Odbierz zarządzanie',
      title: 'Odebrać zarządzanie domeną?',
      what: `${KIND_WORDS.delegation.cut} Jego zmiany zobaczysz w historii i tam je cofniesz.`,
      last: 'Odbierz teraz',
    },
    leave: 'Zostaw bez zmian',
  };
}

export const ACCEPT_WORDS = {
  first: 'Przyjmij zarządzanie',
  title: 'Przyjąć zarządzanie domeną?',
  what: 'Zaczniesz od razu. Właściciel zobaczy w historii każdą Twoją zmianę, może ją cofnąć i w każdej chwili odebrać Ci zarządzanie. Ty też oddasz je, kiedy zechcesz.',
  last: 'Przyjmij teraz',
};
export const REFUSE_WORDS = {
  first: 'Odmów',
  title: 'Odmówić przyjęcia domeny?',
  what: 'Propozycja zniknie. Nic się nie zmieni, a właściciel zobaczy, że jej nie przyjęto.',
  last: 'Odmów teraz',
};
export const GIVE_BACK_WORDS = {
  first: 'Oddaj zarządzanie',
  title: 'Oddać zarządzanie domeną?',
  what: `${KIND_WORDS.delegation.gaveBack} Żeby zarządzać nią znowu, potrzebna będzie nowa propozycja od właściciela.`,
  last: 'Oddaj teraz',
};

/** Offers that wait for an answer. */
export const waiting = (delegations: readonly DelegationView[]): DelegationView[] =>
  delegations.filter(({ state }) => state === 'requested');

/** As it stands on an invoice; spaces and dots that people add are left out by the server. */
export function clientNumberFault(typed: string): string | null {
  const folded = typed.replace(/[\s./]/g, '');
  if (folded === '') return 'Wpisz numer klienta, któremu przekazujesz zarządzanie.';
  return /^[0-9A-Za-z-]{3,20}$/.test(folded)
    ? null
    : 'Numer klienta to same cyfry, na przykład 100200. Adresu e-mail tu nie wpisuj.';
}
