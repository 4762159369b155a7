import { setting } from './definition.ts';
import { CHECKS, checks, onSite, open, SITE, step } from './steps.ts';

export const phpVersion = setting(
  {
    title: 'Wersja PHP',
    ask: 'Na jaką wersję PHP zmienić serwer i której strony to dotyczy?',
    what: 'PHP to język, w którym napisana jest większość stron i sklepów, na przykład te na WordPressie. Serwer zna kilka jego wersji, a strona działa dobrze tylko w tych, do których ją przygotowano.',
    where: 'W Panelu klienta, w ustawieniach PHP serwera.',
    risk: 'Strona nieprzygotowana na nową wersję może pokazać błąd albo pustą kartkę. Zapisz obecną wersję: wrócisz do niej tą samą drogą.',
    withFile:
      'Na części serwerów wersję dla jednego katalogu wybiera wpis w pliku .htaccess. BOK powie, czy na Twoim serwerze to działa. Wtedy informatykowi wystarczy dostęp do tego katalogu.',
    fields: [
      {
        id: 'version',
        label: 'Wersja PHP',
        hint: 'Dwie liczby z kropką, na przykład 8.3.',
        type: 'text',
        required: true,
        pattern: '[0-9]{1,2}\\.[0-9]{1,2}',
        wrong: 'Wpisz wersję jako dwie liczby z kropką, na przykład 8.3.',
      },
      SITE,
      CHECKS,
    ],
  },
  ({ version = '', site, checks: after }, place) => [
    open(place, 'Otwórz w Panelu klienta ustawienia PHP tej usługi.'),
    step('note', 'Zapisz, jaka wersja PHP jest tam teraz. Wrócisz do niej, gdyby coś przestało działać.'),
    step('set', `Wybierz wersję PHP ${version} i zapisz zmianę${onSite(site)}.`, version),
    ...checks(after, 'Otwórz swoją stronę i sprawdź, czy działa jak dotąd.'),
  ],
);
