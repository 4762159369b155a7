type Say = (named: Record<'name' | 'target' | 'domain' | 'type', string>) => string;
const grave = (say: Say) => ({ grave: true, say });
const warning = (say: Say) => ({ grave: false, say });

const ONE_ADDRESS = 'Jeden rekord mieści jeden adres; drugi dodaj osobno.';

/** What speaks against records, or should be thought of: what is wrong, what it would break, and what to do. */
export const MESSAGES = {
  // What is typed
  'name-invalid': grave(
    () =>
      'Takiej nazwy nie da się zapisać. Użyj liter, cyfr i łączników, a między kropkami najwyżej 63 znaków. Przykład: www albo sklep. Sama domena to @.',
  ),
  'name-outside': grave(
    ({ name, domain }) =>
      `Nazwa ${name} nie należy do domeny ${domain}, więc tu nic nie zmieni. Wpisz nazwę, która kończy się na ${domain}.`,
  ),
  'wildcard-place': grave(
    () => 'Gwiazdka działa tylko jako cały pierwszy człon nazwy, na przykład *.sklep. W innym miejscu nic nie znaczy.',
  ),
  'ipv4-invalid': grave(
    () => `To nie jest adres IPv4. Wpisz cztery liczby od 0 do 255 z kropkami, na przykład 192.0.2.10. ${ONE_ADDRESS}`,
  ),
  'ipv6-invalid': grave(() => `To nie jest adres IPv6. Przykład: 2001:db8::10. ${ONE_ADDRESS}`),
  'address-of-other-kind': grave(({ type }) =>
    type === 'A'
      ? 'To jest adres IPv6, a rekord A mieści tylko IPv4. Wybierz typ AAAA.'
      : 'To jest adres IPv4, a rekord AAAA mieści tylko IPv6. Wybierz typ A.',
  ),
  'address-is-name': grave(
    ({ type }) => `Rekord ${type} mieści adres IP, a nie nazwę. Wpisz adres albo wybierz typ CNAME, który prowadzi do nazwy.`,
  ),
  'host-invalid': grave(() => 'To nie jest nazwa serwera. Przykład: serwer.firma.pl albo sama nazwa z tej domeny, jak www.'),
  'host-is-address': grave(
    ({ type }) =>
      `Rekord ${type} musi prowadzić do nazwy, a nie do adresu IP: programy go nie zrozumieją. Dodaj rekord A z tym adresem, na przykład dla nazwy serwer, i wpisz tu tę nazwę.`,
  ),
  'mx-invalid': grave(
    () =>
      'Wpisz liczbę i nazwę serwera poczty, na przykład: 10 poczta.firma.pl. Im mniejsza liczba, tym wcześniej ten serwer jest wybierany.',
  ),
  'srv-invalid': grave(() => 'Wpisz kolejno: pierwszeństwo, wagę, port i nazwę serwera, na przykład: 10 5 5060 sip.firma.pl.'),
  'caa-invalid': grave(
    () =>
      'Wpisz kolejno: flagę, znacznik i wartość, na przykład: 0 issue "letsencrypt.org". Zwykle flaga to 0, a znacznik to issue.',
  ),
  'txt-invalid': grave(
    () => 'W tym tekście nie zgadzają się cudzysłowy. Wpisz sam tekst bez nich: dopiszemy je tam, gdzie trzeba.',
  ),
  'data-too-long': grave(() => 'Ta wartość jest za długa. W jednym rekordzie mieści się około 4000 znaków.'),
  duplicate: grave(() => 'Taki rekord już jest. Usuń go stąd albo zmień jego wartość.'),

  // What cannot stand together
  'cname-beside': grave(
    ({ name }) =>
      `Obok CNAME nie może stać żaden inny rekord tej samej nazwy (${name}): serwery odpowiadałyby raz tak, raz inaczej, a poczta mogłaby ginąć. Zostaw tylko CNAME albo usuń CNAME i wpisz adres w rekordzie A.`,
  ),
  'cname-twice': grave(({ name }) => `Nazwa ${name} może mieć tylko jeden CNAME. Usuń jeden z nich.`),
  'cname-at-top': grave(
    ({ domain }) =>
      `Sama domena ${domain} nie może mieć CNAME, bo stoją przy niej rekordy, bez których domena nie działa. Wpisz adres w rekordzie A albo AAAA.`,
  ),
  'cname-loop': grave(({ name }) => `Ten CNAME prowadzi w kółko: od ${name} wraca się do ${name}. Wskaż inną nazwę.`),
  'ns-at-top': grave(
    ({ domain }) =>
      `Serwery nazw samej domeny ${domain} ustawia się u rejestratora, a tutaj prowadzi je nasz serwer. Rekord NS dodaj tylko dla poddomeny.`,
  ),
  'wildcard-ns': grave(() => 'Rekord NS nie działa z gwiazdką. Dodaj NS osobno dla każdej poddomeny.'),
  'mx-to-cname': grave(
    ({ target }) =>
      `Serwer poczty ${target} jest tylko przekierowaniem (CNAME), a wielu nadawców takiej poczty nie doręczy. Wpisz nazwę, do której prowadzi CNAME, albo daj ${target} rekord A.`,
  ),
  'ns-to-cname': grave(
    ({ target }) =>
      `Serwer nazw ${target} jest tylko przekierowaniem (CNAME), więc poddomena może nie działać. Wpisz nazwę, która ma rekord A.`,
  ),
  'srv-to-cname': grave(
    ({ target }) =>
      `Serwer ${target} jest tylko przekierowaniem (CNAME), a rekord SRV na to nie pozwala. Wpisz nazwę, która ma rekord A.`,
  ),
  'mx-none-beside': grave(
    () =>
      'Wartość „0 .” znaczy, że domena nie przyjmuje poczty, więc nie może stać obok innych rekordów MX. Zostaw jedno albo drugie.',
  ),
  'spf-twice': grave(
    ({ name }) =>
      `Nazwa ${name} miałaby dwa rekordy SPF, a wtedy odbiorcy nie uznają żadnego i poczta trafia do spamu. Połącz je w jeden: jedno v=spf1, wszystkie include i jedno zakończenie, na przykład -all.`,
  ),
  'dmarc-twice': grave(
    ({ name }) => `Nazwa ${name} miałaby dwa rekordy DMARC, a wtedy odbiorcy nie uznają żadnego. Zostaw jeden.`,
  ),
  'zone-too-large': grave(() => 'Tylu rekordów jedna domena nie pomieści. Usuń niepotrzebne.'),

  // What should be thought of
  'name-looks-whole': warning(
    ({ name }) => `Rekord powstanie dla nazwy ${name}. Jeśli chodziło o inną domenę, nie zmienisz jej tutaj.`,
  ),
  'ttl-unified': warning(
    ({ name, type }) => `Rekordy ${type} nazwy ${name} mają zawsze wspólny czas TTL, więc pozostałe dostaną ten sam.`,
  ),
  'ttl-clamped': warning(
    () => 'Część rekordów w pliku ma TTL krótszy niż minuta albo dłuższy niż tydzień. Dostaną najbliższy dozwolony.',
  ),
  'txt-split': warning(() => 'Ten tekst jest dłuższy niż 255 znaków, więc zapiszemy go w częściach. Programy połączą go same.'),
  'target-missing': warning(
    ({ target }) =>
      `W tej domenie nie ma jeszcze nazwy ${target}, więc ten rekord do niczego nie prowadzi. Dodaj dla niej rekord A albo popraw nazwę.`,
  ),
  'glue-missing': warning(
    ({ target }) =>
      `Serwer nazw ${target} leży w tej samej poddomenie, więc bez jego adresu nikt go nie znajdzie. Dodaj dla niego rekord A.`,
  ),
  'hidden-by-delegation': warning(
    ({ name, target }) =>
      `Za ${target} odpowiadają inne serwery nazw (rekord NS), więc rekordu nazwy ${name} stąd nikt nie zobaczy. Dodaj go tam.`,
  ),
  'private-address': warning(
    () => 'To adres z sieci prywatnej: działa tylko wewnątrz niej, a z Internetu nikt się z nim nie połączy.',
  ),
  'wildcard-covers': warning(
    () =>
      'Gwiazdka dotyczy tylko nazw, które nie mają żadnego własnego rekordu. Nazwy z własnymi rekordami działają dalej po swojemu.',
  ),
  'wildcard-hidden': warning(
    ({ name, target }) =>
      `Dotąd za nazwę ${name} odpowiadała gwiazdka (${target}). Od tej zmiany już nie: dodaj dla tej nazwy wszystko, co ma działać.`,
  ),
  'last-mx': warning(
    ({ domain }) => `To ostatni rekord MX domeny ${domain}. Po tej zmianie poczta na adresy w tej domenie przestanie dochodzić.`,
  ),
  'last-address': warning(
    ({ name }) => `Po tej zmianie nazwa ${name} nie będzie prowadzić na żaden serwer, więc strona pod nią przestanie działać.`,
  ),
} as const satisfies Record<string, { grave: boolean; say: Say }>;
