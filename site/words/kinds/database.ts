import type { DatabaseSpec } from '../../../contract/index.ts';
import { visibleName } from '../names.ts';
import type { KindWords } from './kind.ts';

const ACCESS = {
  read: 'tylko czytać dane',
  write: 'czytać i zmieniać dane',
  full: 'czytać i zmieniać dane oraz budowę tabel',
} as const;

const CUSTOMER_DATA =
  'W bazie strony lub sklepu bywają dane Twoich klientów – nazwiska, adresy, zamówienia – a chroni je RODO. Daj ten dostęp tylko komuś, komu wolno je zobaczyć.';
const RISKS = {
  read: `${CUSTOMER_DATA} Skopiowanych danych nie da się potem zabrać.`,
  write: `${CUSTOMER_DATA} Zmienionych i usuniętych danych nie cofniesz, więc zrób wcześniej kopię.`,
  full: `${CUSTOMER_DATA} Jedno polecenie może usunąć całą bazę i wyłączyć stronę, więc zrób wcześniej kopię.`,
} as const;

const CAN = {
  read: [],
  write: ['Doda, zmieni i usunie dane w tabelach tej bazy.'],
  full: ['Doda, zmieni i usunie dane w tabelach tej bazy.', 'Założy, przebuduje i usunie całe tabele, a nawet wszystkie naraz.'],
} as const;
const CANNOT = {
  read: ['Nie zmieni, nie doda i nie usunie żadnych danych.'],
  write: ['Nie założy, nie przebuduje i nie usunie tabel.'],
  full: ['Nie wpuści do tej bazy innych osób.'],
} as const;

/** One database of MariaDB (R9). */
export const database: KindWords<DatabaseSpec> = {
  label: 'Baza danych',
  hint: 'Treść strony lub sklepu w tabelach: jedna baza, przez phpMyAdmin albo program do baz danych.',
  proposed: 'jedna baza danych, którą wskażesz',
  area: (spec) => ({ noun: 'baza danych', name: visibleName(spec.database) }),
  access: (access) => ACCESS[access],
  unseen: 'Nie możemy sprawdzić, jakie bazy danych na nim są.',
  levels: [
    { value: 'read', label: 'Tylko czytanie', hint: 'Osoba zobaczy i skopiuje dane, ale ich nie zmieni.' },
    { value: 'write', label: 'Czytanie i zmiana danych', hint: 'Osoba może też dodawać, zmieniać i usuwać dane w tabelach.' },
    {
      value: 'full',
      label: 'Pełny dostęp, także budowa tabel',
      hint: 'Osoba może też zakładać, przebudowywać i usuwać tabele – na przykład żeby przenieść sklep.',
    },
  ],

  canDo: ({ access }) => ['Zobaczy i skopiuje wszystkie dane w tej bazie.', ...CAN[access]],
  cannotDo: ({ access }) => [
    ...CANNOT[access],
    'Nie zajrzy do innych baz danych i nie założy nowej.',
    'Nie wejdzie do plików na serwerze, poczty ani Panelu klienta.',
    'Nie zobaczy danych abonenta ani faktur.',
  ],
  risk: ({ access }) => RISKS[access],

  afterInvite:
    'Dostęp zacznie działać, gdy osoba przyjmie zaproszenie. Hasło powstanie w jej przeglądarce i nikt inny go nie pozna – Ty też nie.',
  cut: 'Serwer od razu odmówi logowania i zakończy otwarte połączenia, także w phpMyAdmin i te, w których trwa zapis. Dane zostaną w bazie.',
  gaveBack: 'Serwer od razu odmówi logowania i zakończy otwarte połączenia, także w phpMyAdmin. Dane zostaną w bazie.',
  newSecret:
    'Osoba dostanie link, a nowe hasło powstanie w jej przeglądarce. Do tego czasu działa dotychczasowe; potem otwarte połączenia zostaną zakończone.',
};
