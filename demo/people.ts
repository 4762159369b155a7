/**
 * Who can sign in to the demo. The password stands here for everyone to read, so these people
 * are only ever put into a local database of an edge that runs as development.
 */
export const DEMO_PASSWORD = 'pokaz-klucznika-2026';

export const PEOPLE = {
  ownerA: { name: 'Anna Kowalska', email: 'anna@zielnik.example', what: 'właścicielka konta „Zielnik”' },
  administratorA: { name: 'Piotr Nowak', email: 'piotr@zielnik.example', what: 'administrator konta „Zielnik”' },
  ownerB: { name: 'Marek Maj', email: 'marek@warsztat.example', what: 'właściciel konta „Warsztat Maj”' },
  inBoth: { name: 'Ewa Lis', email: 'ewa@biuro.example', what: 'administratorka „Zielnika” i użytkowniczka „Warsztatu Maj”' },
  ownerC: {
    name: 'Jan Zieliński',
    email: 'jan@polka.example',
    what: 'właściciel konta „Pusta Półka”, które nie ma żadnej usługi',
  },
  support: { name: 'Kasia z BOK', email: 'bok@hosting.example', what: 'Biuro Obsługi Klienta' },
  operator: { name: 'Tomek z serwerowni', email: 'operator@hosting.example', what: 'operator serwerów' },
} as const;
export type PersonName = keyof typeof PEOPLE;

/** The hosting server of the demo and the customers' trees on it. */
export const HOST_NAME = 'serwer-demo.example';
export const TREES = [
  { tree: 'zielnik', uid: 5101 },
  { tree: 'zielnik-test', uid: 5102 },
  { tree: 'warsztat', uid: 5103 },
] as const;
