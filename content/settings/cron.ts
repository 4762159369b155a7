import { type SettingAnswers, type SettingStep, setting } from './definition.ts';
import { open, step } from './steps.ts';

const RHYTHM: Record<string, string> = {
  minutes: 'co 5 minut',
  quarter: 'co 15 minut',
  hourly: 'co godzinę',
  daily: 'raz dziennie',
  weekly: 'raz w tygodniu',
};
const TO_RUN = { field: 'action', is: ['add', 'change'] };

function when({ rhythm = '', time, expression = '' }: SettingAnswers): SettingStep {
  if (rhythm === 'other') return step('when', `Ustaw porę zapisem cron: ${expression}.`, expression);
  return step('when', `Ustaw, jak często: ${RHYTHM[rhythm] ?? ''}${time ? `, o godzinie ${time}` : ''}.`, time ?? null);
}

export const cron = setting(
  {
    title: 'Zadania cron',
    ask: 'Jakie zadanie ma się uruchamiać samo i jak często?',
    what: 'Cron uruchamia polecenie o stałej porze, bez niczyjej pomocy. Sklepy i strony wysyłają tak na przykład pocztę, pobierają kursy walut albo robią kopie.',
    where: 'W Panelu klienta, w zadaniach cron serwera.',
    risk: 'Zadanie działa na serwerze z prawem do wszystkich plików usługi. Dodawaj tylko polecenia od kogoś, komu ufasz, i zapytaj, co robią.',
    withFile:
      'Samego zadania nie doda się plikiem. Jeśli strona ma adres, który je uruchamia, informatyk może ustawić odwiedzanie go z zewnątrz, bez zmian na serwerze.',
    fields: [
      {
        id: 'action',
        label: 'Co zrobić',
        hint: '',
        type: 'choice',
        options: [
          { value: 'add', label: 'Dodać nowe zadanie' },
          { value: 'change', label: 'Zmienić istniejące zadanie' },
          { value: 'remove', label: 'Usunąć istniejące zadanie' },
        ],
        required: true,
      },
      {
        id: 'which',
        label: 'Które zadanie',
        hint: 'Po czym je poznać na liście: polecenie albo adres.',
        type: 'text',
        required: true,
        onlyIf: { field: 'action', is: ['change', 'remove'] },
      },
      {
        id: 'command',
        label: 'Polecenie albo adres',
        hint: 'Dokładnie to, co ma być wpisane. Bez haseł: to pole zobaczy każdy, kto zarządza kontem.',
        type: 'text',
        required: true,
        onlyIf: TO_RUN,
      },
      {
        id: 'rhythm',
        label: 'Jak często',
        hint: '',
        type: 'choice',
        options: [...Object.entries(RHYTHM).map(([value, label]) => ({ value, label })), { value: 'other', label: 'inaczej' }],
        required: true,
        onlyIf: TO_RUN,
      },
      {
        id: 'time',
        label: 'O której godzinie',
        hint: 'Na przykład 03:30. W nocy strona ma zwykle najmniej gości.',
        type: 'text',
        pattern: '([01]?[0-9]|2[0-3]):[0-5][0-9]',
        wrong: 'Wpisz godzinę i minuty z dwukropkiem, na przykład 03:30.',
        onlyIf: { field: 'rhythm', is: ['daily', 'weekly'] },
      },
      {
        id: 'expression',
        label: 'Pora w zapisie cron',
        hint: 'Pięć części oddzielonych spacjami, na przykład: 30 3 * * 1',
        type: 'text',
        required: true,
        pattern: '[0-9A-Za-z*\\/,\\-]+( +[0-9A-Za-z*\\/,\\-]+){4}',
        wrong: 'Wpisz pięć części oddzielonych spacjami, na przykład: 30 3 * * 1',
        onlyIf: { field: 'rhythm', is: ['other'] },
      },
    ],
  },
  (answers, place) => {
    const { action, which = '', command = '' } = answers;
    const find = step('find', `Znajdź na liście zadanie: ${which}.`, which);
    const first = open(place, 'Otwórz w Panelu klienta zadania cron tej usługi.');
    if (action === 'remove')
      return [
        first,
        find,
        step('note', 'Zapisz jego polecenie i porę: tak dodasz je z powrotem, gdyby było potrzebne.'),
        step('remove', 'Usuń to zadanie.'),
      ];
    return [
      first,
      ...(action === 'change'
        ? [find, step('note', 'Zapisz jego obecne polecenie i porę: tak cofniesz zmianę.')]
        : [step('add', 'Dodaj nowe zadanie.')]),
      step('command', `Wpisz polecenie: ${command}`, command),
      when(answers),
      step('save', 'Zapisz zadanie i sprawdź, czy jest na liście.'),
    ];
  },
);
