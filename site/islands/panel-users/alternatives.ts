interface Alternative {
  href: string;
  label: string;
  hint: string;
}

const give = (query: Record<string, string>) => `/panel/nadaj/?${new URLSearchParams({ ...query, prawo: 'odczyt', dni: '7' })}`;

/** What does the job where the Panel would open too much (R3): one thing outside it (R8–R10), the owner's own act (R11), our work (R12). */
export const ALTERNATIVES: readonly Alternative[] = [
  {
    href: give({ rodzaj: 'ftp', zakres: 'katalog' }),
    label: 'Pliki na serwerze',
    hint: 'Jeden katalog albo cały serwer. Na przykład pliki strony lub sklepu.',
  },
  {
    href: give({ rodzaj: 'baza-danych' }),
    label: 'Baza danych',
    hint: 'Jedna baza w phpMyAdmin, czyli na stronie do pracy na bazach danych.',
  },
  {
    href: give({ rodzaj: 'skrzynka' }),
    label: 'Skrzynka e-mail',
    hint: 'Jedna skrzynka, bez podawania jej hasła.',
  },
  {
    href: '/panel/domeny/',
    label: 'Domena',
    hint: 'Inny klient ustawia DNS jednej domeny we własnym Panelu.',
  },
  {
    href: '/kreator/informatyk/kto-zmieni/?zadanie=ustawienia',
    label: 'Ustawienia serwera lub domeny, na przykład wersja PHP',
    hint: 'Tego nie da się powierzyć osobno. Poproś o dokładny opis zmiany i wprowadź ją w Panelu.',
  },
  {
    href: '/kreator/informatyk/zlecenie/?zadanie=bez-obcych',
    label: 'Wolę nikogo nie wpuszczać',
    hint: 'Pracę na plikach i bazach wykonają nasi administratorzy, odpłatnie. Nikomu nie podajesz haseł.',
  },
];
