import type { FileFault } from '../../contract/files/door.ts';
import { counted, type Forms } from './plural.ts';

/** What a file door's no means, and what to do about it. */
export const FILE_FAULT_WORDS: Readonly<Record<FileFault | 'network', string>> = {
  'ticket-refused':
    'Serwer nie uznał Twojej zgody na pracę z plikami. Nic się nie zmieniło – odśwież stronę i spróbuj jeszcze raz.',
  'outside-ticket': 'Zgoda, z którą strona przyszła na serwer, nie obejmuje tego miejsca. Odśwież stronę i spróbuj jeszcze raz.',
  'read-only': 'Strona miała zgodę tylko na czytanie. Odśwież ją i spróbuj jeszcze raz.',
  denied:
    'Serwer na to nie pozwala: tak mówią uprawnienia pliku albo katalogu. Sprawdź je w „Uprawnienia” i spróbuj jeszcze raz.',
  'invalid-request': 'Serwer nie przyjmuje takiej nazwy albo takiego polecenia. Popraw nazwę i spróbuj jeszcze raz.',
  missing: 'Tego już tu nie ma: ktoś to przeniósł, przemianował albo usunął. Odśwież listę.',
  'is-link': 'Na drodze stoi skrót (dowiązanie), a za skrótami nie chodzimy. Wejdź do katalogu, do którego prowadzi.',
  'wrong-type': 'W tym miejscu jest katalog zamiast pliku albo plik zamiast katalogu. Odśwież listę i sprawdź nazwę.',
  exists: 'Coś o tej nazwie już tu jest. Wybierz inną nazwę.',
  'into-itself': 'Katalogu nie da się przenieść ani skopiować do niego samego. Wybierz inne miejsce.',
  changed: 'Ktoś zmienił ten plik w międzyczasie. Odśwież listę i sprawdź go, zanim go zastąpisz.',
  'too-large': 'To za duże, żeby zrobić to w przeglądarce. Użyj programu do FTP.',
  'name-too-long': 'Ta nazwa jest za długa dla serwera. Skróć ją – litery z ogonkami liczą się podwójnie.',
  'disk-full': 'Na serwerze skończyło się miejsce. Opróżnij kosz albo usuń to, co zbędne, i spróbuj jeszcze raz.',
  unavailable: 'Serwer plików chwilowo nie pracuje. Spróbuj jeszcze raz za minutę.',
  unexpected: 'Coś zawiodło na serwerze. Odśwież listę, sprawdź, co zostało zrobione, i spróbuj jeszcze raz.',
  network: 'Połączenie z serwerem się urwało. Co już zrobione, zostało – odśwież listę i spróbuj jeszcze raz.',
};

const THINGS: Forms = { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' };

/** „12 pozycji”: files and directories together. */
export const thingsWords = (n: number): string => counted(n, THINGS);

export const KIND_WORDS = {
  directory: 'katalog',
  link: 'skrót',
  picture: 'obraz',
  text: 'tekst',
  file: 'plik',
  other: 'plik specjalny serwera',
} as const;

const changed = new Intl.DateTimeFormat('pl', { timeZone: 'Europe/Warsaw', dateStyle: 'medium', timeStyle: 'short' });

/** „3 lip 2026, 14:05”: when something was changed, short enough for a list. */
export const changedWords = (at: number): string => changed.format(at);
