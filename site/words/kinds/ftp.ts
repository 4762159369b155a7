import type { FtpSpec } from '../../../contract/index.ts';
import { visiblePath } from '../names.ts';
import type { KindWords } from './kind.ts';

const isWholeTree = ({ directory }: FtpSpec): boolean => directory === '/';

/** Files on the server (R8). */
export const ftp: KindWords<FtpSpec> = {
  label: 'Pliki na serwerze (FTP)',
  hint: 'Na przykład pliki strony internetowej: jeden katalog albo wszystkie.',
  proposed: 'jeden katalog, który wskażesz',
  area: (spec) =>
    isWholeTree(spec) ? { noun: 'cały serwer', name: null } : { noun: 'katalog', name: visiblePath(spec.directory) },
  access: (access) => (access === 'read' ? 'tylko czytać pliki' : 'czytać i zmieniać pliki'),
  unseen: 'Nie możemy pokazać jego katalogów ani sprawdzić wyboru.',
  levels: [
    { value: 'read', label: 'Tylko czytanie', hint: 'Osoba zobaczy i pobierze pliki, ale ich nie zmieni.' },
    { value: 'write', label: 'Czytanie i zmiany', hint: 'Osoba może też dodawać, zmieniać i usuwać pliki.' },
  ],

  canDo(spec) {
    const where = isWholeTree(spec) ? 'na całym serwerze' : 'w tym katalogu i głębiej';
    const read = `Zobaczy i pobierze wszystkie pliki ${where}.`;
    return spec.access === 'read' ? [read] : [read, `Doda, zmieni i usunie pliki i katalogi ${where}.`];
  },
  cannotDo: (spec) => [
    ...(spec.access === 'read' ? ['Nie zmieni, nie doda i nie usunie żadnego pliku.'] : []),
    ...(isWholeTree(spec) ? [] : ['Nie zobaczy niczego poza tym katalogiem.']),
    'Nie wejdzie do Panelu klienta, poczty ani phpMyAdmin.',
    'Nie zobaczy danych abonenta ani faktur.',
  ],
  risk: (spec) =>
    isWholeTree(spec)
      ? 'Na serwerze leżą też pliki z hasłami do baz danych i poczty stron. Jeśli wystarczy jeden katalog, wybierz jeden katalog.'
      : spec.access === 'write'
        ? 'W plikach strony bywa hasło do jej bazy danych, a błąd w pliku może wyłączyć stronę. Zrób wcześniej kopię.'
        : 'W plikach strony bywa hasło do jej bazy danych. Pobranych plików nie da się potem zabrać.',

  afterInvite: 'Dostęp zacznie działać, gdy osoba ustawi własne hasło. Nikt inny go nie pozna – Ty też nie.',
  cut: 'Serwer od razu odmówi logowania i zakończy otwarte połączenia, także trwające przesyłanie plików. Pliki zostaną na miejscu.',
  gaveBack: 'Serwer od razu odmówi logowania i zakończy otwarte połączenia. Pliki zostaną na miejscu.',
  newSecret:
    'Osoba dostanie link i sama ustawi nowe hasło albo klucz. Do tego czasu działa dotychczasowe; potem otwarte połączenia zostaną zakończone.',
};
