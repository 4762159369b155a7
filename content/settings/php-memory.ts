import { setting } from './definition.ts';
import { CHECKS, checks, onSite, open, SITE, step } from './steps.ts';

const MEGABYTES = 'Wpisz liczbę megabajtów bez jednostki, na przykład 256.';

export const phpMemory = setting(
  {
    title: 'Pamięć i limity PHP',
    ask: 'Ile pamięci potrzebuje strona i które inne limity PHP zmienić?',
    what: 'Serwer pilnuje, ile pamięci i czasu zużywa jedno zadanie strony i jak duży plik można na nią wgrać. Gdy limit jest za niski, strona przerywa pracę w połowie.',
    where: 'W Panelu klienta, w ustawieniach PHP serwera.',
    risk: 'Wyższy limit nie naprawi błędu w samej stronie, a może go ukryć. Zapisz obecne wartości i nie podnoś ich bardziej, niż trzeba.',
    withFile:
      'Te limity zwykle da się ustawić w pliku .user.ini w katalogu strony, na przykład wierszem: memory_limit = 256M. Informatykowi wystarczy wtedy dostęp FTP do tego katalogu, a Panel nie jest potrzebny.',
    fields: [
      {
        id: 'memory',
        label: 'Pamięć (memory_limit), w MB',
        hint: 'Sama liczba, na przykład 256.',
        type: 'number',
        required: true,
        least: 8,
        most: 65_536,
        wrong: MEGABYTES,
      },
      {
        id: 'upload',
        label: 'Największy wgrywany plik, w MB',
        hint: 'Zostaw puste, jeśli ma zostać tak, jak jest.',
        type: 'number',
        least: 1,
        most: 65_536,
        wrong: MEGABYTES,
      },
      {
        id: 'time',
        label: 'Najdłuższy czas jednego zadania, w sekundach',
        hint: 'To max_execution_time. Zostaw puste, jeśli ma zostać tak, jak jest.',
        type: 'number',
        least: 1,
        most: 86_400,
        wrong: 'Wpisz liczbę sekund od 1 do 86400.',
      },
      SITE,
      CHECKS,
    ],
  },
  ({ memory = '', upload, time, site, checks: after }, place) => [
    open(place, 'Otwórz w Panelu klienta ustawienia PHP tej usługi.'),
    step('note', 'Zapisz, jakie wartości są tam teraz. Wrócisz do nich, gdyby coś przestało działać.'),
    step('memory', `Ustaw memory_limit na ${memory}M${onSite(site)}.`, `${memory}M`),
    ...(upload
      ? [
          step('upload', `Ustaw upload_max_filesize na ${upload}M.`, `${upload}M`),
          step('post', `Ustaw post_max_size na co najmniej ${upload}M.`, `${upload}M`),
        ]
      : []),
    ...(time ? [step('time', `Ustaw max_execution_time na ${time}.`, time)] : []),
    ...checks(after, 'Zrób na stronie to, co się wcześniej nie udawało, i sprawdź, czy teraz działa.'),
  ],
);
