/** Why an entry of a file is left out. */
export const SKIPPED = {
  soa: () => 'Rekord SOA prowadzi nasz serwer nazw, więc tego z pliku nie bierzemy.',
  'ns-at-top': () => 'Serwery nazw samej domeny wskazują na poprzednią firmę. U nas domenę prowadzą nasze serwery.',
  dnssec: () => 'Podpisy DNSSEC nasz serwer tworzy sam, własnymi kluczami.',
  type: (what: string) => `Rekordów typu ${what} tu nie prowadzimy. Jeśli jest potrzebny, napisz do BOK.`,
  directive: (what: string) => `Polecenia ${what} nie wykonujemy. Wpisz w pliku same rekordy.`,
  class: (what: string) => `Rekordy klasy ${what} nie dotyczą Internetu.`,
  outside: (what: string) => `Nazwa ${what} nie należy do tej domeny.`,
  unreadable: () => 'Nie da się odczytać tego wiersza jako rekordu.',
  'name-invalid': () => 'W tym wierszu jest nazwa, której nie da się zapisać.',
} as const satisfies Record<string, (what: string) => string>;
export type SkipReason = keyof typeof SKIPPED;

/** Types that a signed zone is full of. */
export const DNSSEC_TYPES = new Set([
  'RRSIG',
  'DNSKEY',
  'NSEC',
  'NSEC3',
  'NSEC3PARAM',
  'CDS',
  'CDNSKEY',
  'DLV',
  'SIG',
  'KEY',
  'NXT',
]);
