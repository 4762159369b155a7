import type { PanelUserSpec } from '../../../contract/index.ts';
import type { KindWords } from './kind.ts';

/** One person's own sign-in to the whole account (R1, R2). It cannot be limited to one hosting service (R3). */
export const panelUser: KindWords<PanelUserSpec> = {
  label: 'Panel klienta',
  hint: 'Własne logowanie do całego konta. Nie da się go ograniczyć do jednej usługi.',
  proposed: 'Panel klienta całego konta',
  area: () => ({ noun: 'Panel klienta', name: null }),
  access: (role) => (role === 'administrator' ? 'robić wszystko na całym koncie' : 'korzystać z przydzielonych licencji'),
  unseen: '',
  levels: [
    {
      value: 'user',
      label: 'Użytkownik',
      hint: 'Osoba widzi tylko licencje, które jej przydzielisz, na przykład Office 365. Reszty konta nie zobaczy.',
    },
    {
      value: 'administrator',
      label: 'Administrator',
      hint: 'Całe konto: każda usługa, każdy plik i dane abonenta. Tylko dla kogoś, komu powierzasz całą firmę w sieci.',
    },
  ],

  canDo: ({ role }) =>
    role === 'administrator'
      ? [
          'Zobaczy i zmieni każdą usługę: serwery, domeny, pocztę i bazy danych.',
          'Zobaczy dane abonenta, czyli firmy lub osoby, na którą jest konto.',
          'Pobierze, zmieni i usunie każdy plik na serwerach.',
          'Zmieni hasło każdej skrzynki, a wtedy przeczyta jej pocztę.',
          'Wpuści na konto kolejne osoby i odbierze im dostęp.',
        ]
      : ['Zobaczy przydzielone licencje i będzie z nich korzystać.'],
  cannotDo: ({ role }) =>
    role === 'administrator'
      ? ['Nie zmieni abonenta konta ani jego właściciela. Do tego służy cesja.', 'Nie pozna haseł innych osób.']
      : [
          'Nie zobaczy danych abonenta, plików, domen, poczty ani baz danych.',
          'Nie wpuści nikogo do konta.',
          'Nie pozna haseł innych osób.',
        ],
  risk: ({ role }) =>
    role === 'administrator'
      ? 'Administrator widzi dane abonenta i wszystkie pliki, a jednym błędem może usunąć stronę, pocztę i kopie. Jeśli chodzi o jedną rzecz, daj dostęp tylko do niej.'
      : 'Ta osoba nie zobaczy niczego poza swoimi licencjami.',

  afterInvite: 'Dostęp zacznie działać, gdy osoba otworzy zaproszenie i zaloguje się własnym hasłem.',
  cut: 'Osoba od razu przestanie mieć wstęp do tego konta, także tam, gdzie jest teraz zalogowana. Jej licencje i inne dostępy zostają – odbierzesz je osobno.',
  gaveBack: 'Od razu przestaniesz mieć wstęp do tego konta.',
  newSecret: 'Osoba dostanie nowe zaproszenie, a wcześniejsze linki przestaną działać.',
};
