import { setting } from './definition.ts';
import { open, step } from './steps.ts';

const KINDS: Record<string, string> = { permanent: 'stałe (301)', temporary: 'tymczasowe (302)' };
const REACH: Record<string, string> = {
  one: 'tylko ten jeden adres',
  all: 'ten adres i wszystko, co się od niego zaczyna',
};
const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

export const redirect = setting(
  {
    title: 'Przekierowanie adresu',
    ask: 'Z którego adresu i dokąd mają trafiać goście strony?',
    what: 'Przekierowanie zaprowadzi gościa, który wpisze jeden adres, pod inny. Przydaje się po zmianie domeny albo gdy strona przenosi się w inne miejsce.',
    where: 'W Panelu klienta, w ustawieniach domeny albo serwera.',
    risk: 'Stałe przekierowanie zapamiętują przeglądarki i wyszukiwarki, więc cofnięcie nie działa od razu. Nie kieruj adresu na samego siebie: strona przestanie się otwierać.',
    withFile:
      'Na serwerze z Apache to samo robi wpis w pliku .htaccess w katalogu strony. Informatykowi wystarczy wtedy dostęp FTP do tego katalogu, a Panel nie jest potrzebny.',
    fields: [
      {
        id: 'from',
        label: 'Skąd',
        hint: 'Obecny adres, na przykład sklep.example/stary',
        type: 'text',
        required: true,
        pattern: '(https?:\\/\\/)?[^\\s\\/]+\\.[^\\s\\/]+(\\/\\S*)?',
        wrong: 'Wpisz adres bez spacji, na przykład sklep.example/stary',
      },
      {
        id: 'to',
        label: 'Dokąd',
        hint: 'Cały adres razem z https://',
        type: 'text',
        required: true,
        pattern: 'https?:\\/\\/[^\\s\\/]+\\.[^\\s\\/]+(\\/\\S*)?',
        wrong: 'Wpisz cały adres, na przykład https://sklep.example/nowy',
      },
      {
        id: 'kind',
        label: 'Rodzaj',
        hint: 'Na próbę wybierz tymczasowe.',
        type: 'choice',
        options: choices(KINDS),
        required: true,
      },
      { id: 'reach', label: 'Co przekierować', hint: '', type: 'choice', options: choices(REACH), required: true },
    ],
  },
  ({ from = '', to = '', kind = '', reach = '' }, place) => [
    open(place, 'Otwórz w Panelu klienta przekierowania tej usługi.'),
    step('from', `Dodaj przekierowanie z adresu: ${from}`, from),
    step('to', `Wpisz adres docelowy: ${to}`, to),
    step('kind', `Wybierz rodzaj: ${KINDS[kind] ?? kind}.`),
    step('reach', `Wybierz, co przekierować: ${REACH[reach] ?? reach}.`),
    step('check', `Zapisz zmianę. Otwórz stary adres w oknie prywatnym i sprawdź, czy prowadzi pod nowy.`),
  ],
);
