import type { SeatSpec } from '../../../contract/index.ts';
import type { KindWords } from './kind.ts';

/** One assigned licence (R4, R5). */
export const seat: KindWords<SeatSpec> = {
  label: 'Licencja',
  hint: 'Office 365, kopie zapasowe Acronis albo antywirus: jedna z licencji, które są na koncie.',
  proposed: 'jedna z licencji na koncie',
  area: () => ({ noun: 'licencja', name: null }),
  access: (role) => (role === 'administrator' ? 'opiekować się całą tą usługą' : 'korzystać z usługi'),
  unseen: '',
  levels: [
    { value: 'user', label: 'Do pracy', hint: 'Osoba korzysta z usługi, na przykład pisze dokumenty albo chroni swój komputer.' },
    {
      value: 'administrator',
      label: 'Z opieką nad usługą',
      hint: 'Osoba dodatkowo przydziela i odbiera licencje tej jednej usługi. Reszty konta nie zobaczy.',
    },
  ],

  canDo: ({ role }) => [
    'Skorzysta z usługi na własnej licencji.',
    ...(role === 'administrator'
      ? ['Przydzieli i odbierze licencje tej usługi innym osobom.', 'W Office 365 zmieni też ustawienia tej usługi w chmurze.']
      : []),
  ],
  cannotDo: ({ role }) => [
    ...(role === 'user' ? ['Nie przydzieli i nie odbierze licencji nikomu.'] : []),
    'Nie zobaczy innych usług, plików, domen ani danych abonenta.',
  ],
  risk: ({ role }) =>
    role === 'administrator'
      ? 'Kto opiekuje się usługą, może odebrać licencję każdemu, także Tobie, a w Office 365 widzi ustawienia całej firmy.'
      : 'Dokumenty i kopie, które osoba zrobi na tej licencji, należą do firmy. Zdecyduj, co z nimi, zanim odbierzesz licencję.',

  afterInvite: 'Licencja zacznie działać od razu, bez zaproszenia.',
  cut: 'Licencja wraca do puli i można ją przydzielić komuś innemu.',
  gaveBack: 'Licencja wraca do puli firmy.',
  newSecret: 'Do licencji nie ma tu osobnego hasła.',
};
