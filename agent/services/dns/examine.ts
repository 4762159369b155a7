import { describePath } from '../../system/files.ts';
import { type Finding, finding } from '../finding.ts';
import { type ApiOptions, PowerdnsApi } from './api.ts';
import { PowerdnsError } from './faults.ts';

/** A whole zone of the largest size travels in one request; PowerDNS takes two megabytes unless told otherwise. */
const ENOUGH_MEGABYTES = 16;
const ECDSA = new Set(['ecdsa256', 'ecdsap256sha256', '13']);
const LOOPBACK = /^(?:127\.|::1|localhost$)/;

type Settings = ReadonlyMap<string, string>;

const CHECKS: readonly { about: string; isWell(settings: Settings): boolean; well: string; wrong: string }[] = [
  {
    about: 'Podpisy DNSSEC',
    isWell: (settings) => settings.get('gsqlite3-dnssec') === 'yes' && ECDSA.has(settings.get('default-ksk-algorithm') ?? ''),
    well: 'nowe strefy są podpisywane kluczem ECDSA P-256',
    wrong:
      'PowerDNS nie podpisze nowych stref tak, jak trzeba. Ustaw gsqlite3-dnssec=yes i default-ksk-algorithm=ecdsa256, potem uruchom go ponownie.',
  },
  {
    about: 'Kopiowanie stref (AXFR)',
    isWell: (settings) =>
      settings.get('disable-axfr') === 'yes' ||
      (settings.get('allow-axfr-ips') ?? '').split(/[\s,]+/).every((from) => from === '' || LOOPBACK.test(from)),
    well: 'nikt z zewnątrz nie skopiuje całej strefy',
    wrong: 'Całą strefę może skopiować ktoś z zewnątrz. Ustaw disable-axfr=yes i uruchom PowerDNS ponownie.',
  },
  {
    about: 'Duże strefy',
    isWell: (settings) => Number(settings.get('webserver-max-bodysize')) >= ENOUGH_MEGABYTES,
    well: 'PowerDNS przyjmie zmianę całej strefy naraz',
    wrong: `PowerDNS odrzuci zmianę dużej strefy. Ustaw webserver-max-bodysize=${ENOUGH_MEGABYTES} i uruchom go ponownie.`,
  },
  {
    about: 'Dostęp do sterowania PowerDNS',
    isWell: (settings) => LOOPBACK.test(settings.get('webserver-address') ?? ''),
    well: 'przyjmuje polecenia tylko z tego serwera',
    wrong:
      'PowerDNS przyjmuje polecenia spoza tego serwera, a klucz płynie bez szyfrowania. Ustaw webserver-address=127.0.0.1 i uruchom go ponownie.',
  },
];

/** Looks at everything that zones depend on, in plain Polish. */
export async function examineDns(options: ApiOptions): Promise<Finding[]> {
  const key = examineKey(options.keyFile);
  try {
    const settings = await new PowerdnsApi(options).settings();
    return [
      key,
      { ok: true, about: 'PowerDNS', words: 'odpowiada' },
      ...CHECKS.map(({ about, isWell, well, wrong }) => finding(about, isWell(settings) ? null : wrong, well)),
    ];
  } catch (error) {
    const why = error instanceof PowerdnsError ? error.message : 'nieznany błąd';
    const words = `Nie odpowiada pod ${options.apiUrl} (${why}). Uruchom PowerDNS z api=yes i tym samym kluczem (api-key), który jest w ${options.keyFile}.`;
    return [key, { ok: false, about: 'PowerDNS', words }];
  }
}

function examineKey(path: string): Finding {
  const file = describePath(path);
  const wrong =
    file === null
      ? `Nie ma pliku ${path}. Zapisz w nim klucz z api-key w konfiguracji PowerDNS i zrób: chmod 600 ${path}`
      : (file.mode & 0o077) !== 0
        ? `Klucz może czytać ktoś poza rootem. Popraw: chmod 600 ${path}`
        : null;
  return finding('Klucz do PowerDNS', wrong, 'jest i czyta go tylko root');
}
