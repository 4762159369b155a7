/** Role `user` works only with its licences (R2): links for managers are taken away once the session says so (menu.css). */
type Audience = 'managers' | 'everyone';
type Link = readonly [path: string, name: string, audience: Audience];

/** The Panel's links by what they are about, for its owner's eyes. */
export const PANEL: readonly { name: string; links: readonly Link[] }[] = [
  {
    name: 'Dostęp',
    links: [
      ['/panel/', 'Kto ma dostęp', 'managers'],
      ['/panel/nadaj/', 'Nadaj dostęp', 'managers'],
      ['/panel/uzytkownicy/', 'Użytkownicy', 'managers'],
    ],
  },
  {
    name: 'Usługi',
    links: [
      ['/panel/pliki/', 'Pliki', 'managers'],
      ['/panel/bazy/', 'Bazy danych', 'managers'],
      ['/panel/skrzynki/', 'Skrzynki e-mail', 'managers'],
      ['/panel/domeny/', 'Domeny', 'managers'],
      ['/panel/licencje/', 'Licencje', 'everyone'],
      ['/panel/ustawienia/', 'Ustawienia', 'managers'],
    ],
  },
  {
    name: 'Konto',
    links: [
      ['/panel/historia/', 'Historia', 'managers'],
      ['/panel/cesja/', 'Cesja', 'managers'],
      ['/panel/pomoc/', 'Pomoc', 'everyone'],
    ],
  },
];

/** The staff's links: few enough for a line. */
export const BOK: readonly Link[] = [
  ['/bok/', 'Klienci', 'everyone'],
  ['/bok/sprawy/', 'Sprawy', 'everyone'],
  ['/bok/serwery/', 'Serwery', 'everyone'],
];

/** Who sees anything in a group: without such a link its name would stand alone. */
export const audienceOf = (links: readonly Link[]): Audience =>
  links.some(([, , audience]) => audience === 'everyone') ? 'everyone' : 'managers';

const FIRST_PAGES = ['/panel/', '/bok/'];

/** A page below a link's page belongs to that link; an area's first page has all the others below it. */
export function currentOf(path: string, here: string): 'page' | 'true' | undefined {
  if (here === path) return 'page';
  return !FIRST_PAGES.includes(path) && here.startsWith(path) ? 'true' : undefined;
}
