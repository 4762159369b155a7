import { setting } from './definition.ts';
import { onSite, open, SITE, step } from './steps.ts';

export const errorLog = setting(
  {
    title: 'Dziennik błędów',
    ask: 'Co zrobić z dziennikiem błędów strony i jaki fragment jest potrzebny?',
    what: 'Dziennik błędów (error log) to plik, w którym serwer zapisuje, co się na stronie nie udało i o której godzinie. Informatyk znajduje w nim przyczynę kłopotu.',
    where: 'W Panelu klienta, w dziennikach (logach) serwera.',
    risk: 'W dzienniku bywają adresy e-mail i inne dane gości strony. Przekaż tylko potrzebny fragment, a pokazywania błędów na samej stronie nie włączaj.',
    withFile:
      'Zapis błędów PHP włącza zwykle plik .user.ini w katalogu strony, wierszami: log_errors = On i error_log = nazwa pliku. Informatykowi wystarczy dostęp FTP do tego katalogu. Plik z błędami niech leży poza katalogiem widocznym w internecie.',
    fields: [
      {
        id: 'action',
        label: 'Co zrobić',
        hint: '',
        type: 'choice',
        options: [
          { value: 'look', label: 'Przekazać fragment dziennika' },
          { value: 'enable', label: 'Włączyć zapisywanie błędów' },
          { value: 'disable', label: 'Wyłączyć zapisywanie błędów' },
        ],
        required: true,
      },
      {
        id: 'period',
        label: 'Z jakiego czasu',
        hint: 'Na przykład: dziś od 14:00 do 14:30.',
        type: 'text',
        required: true,
        onlyIf: { field: 'action', is: ['look'] },
      },
      {
        id: 'phrase',
        label: 'Czego szukać',
        hint: 'Słowo, które wskaże właściwe wiersze, na przykład: Fatal error.',
        type: 'text',
        onlyIf: { field: 'action', is: ['look'] },
      },
      SITE,
    ],
  },
  ({ action, period = '', phrase, site }, place) => {
    const first = open(place, 'Otwórz w Panelu klienta dzienniki (logi) tej usługi.');
    if (action === 'look')
      return [
        first,
        step('find', `Znajdź wpisy z tego czasu: ${period}${onSite(site)}.`),
        ...(phrase ? [step('phrase', `Wybierz wiersze, w których jest: ${phrase}`, phrase)] : []),
        step('copy', 'Skopiuj tylko te wiersze. Usuń z nich adresy e-mail i inne dane gości.'),
        step('send', 'Prześlij je osobie, która o nie prosi.'),
      ];
    return action === 'disable'
      ? [
          first,
          step('disable', `Wyłącz zapisywanie błędów${onSite(site)}.`),
          step('check', 'Zapisz zmianę i sprawdź, czy strona działa.'),
        ]
      : [
          first,
          step('enable', `Włącz zapisywanie błędów${onSite(site)}.`),
          step('visitors', 'Sprawdź, czy błędy nie pokazują się gościom na stronie.'),
          step('later', 'Gdy przyczyna się znajdzie, wyłącz zapisywanie: dziennik zajmuje miejsce.'),
        ];
  },
);
