import type { Dovecot, Hosting, Mariadb, PhpMyAdmin, Powerdns } from '../tests/support/hosting/index.ts';
import { DATABASES } from './databases.ts';
import { MAILBOXES } from './mail.ts';
import { DEMO_PASSWORD, PEOPLE } from './people.ts';

type Running = { url: string; hosting: Hosting | null; noHosting: string | null };

/** What a person reads once everything runs. */
export function welcome({ url, hosting, noHosting }: Running): string {
  return [
    '',
    `Klucznik działa: ${url}/`,
    '',
    `Logowanie: ${url}/logowanie/ – hasło każdej osoby: ${DEMO_PASSWORD}`,
    ...Object.values(PEOPLE).map(({ email, what }) => `  ${email.padEnd(28)}${what}`),
    '',
    'Licencje: antywirus prowadzi sam Klucznik, a chmury Microsoftu i Acronisa są tu odegrane: nikt z zewnątrz o niczym się nie dowie.',
    `Wiadomości, które wysyła Klucznik: ${url}/dev/poczta/`,
    '',
    ...(hosting
      ? howToConnect(hosting)
      : [`Serwer hostingowy nie działa, więc dostępy do plików, baz danych i poczty czekają, aż ruszy. ${noHosting}`]),
    '',
    'Ctrl-C zatrzymuje wszystko. Dane zostają do następnego razu; od nowa zaczyna „npm run demo:reset”.',
    '',
  ].join('\n');
}

const howToConnect = (hosting: Hosting): string[] => [
  'Nadaj dostęp, przyjmij zaproszenie i połącz się. NAZWA to nazwa użytkownika z zaproszenia; o hasło zapyta program.',
  ...howToReachFiles(hosting),
  ...(hosting.mariadb ? howToReachDatabases(hosting.mariadb, hosting.phpMyAdmin) : []),
  ...(hosting.dovecot ? howToReadMail(hosting.dovecot) : []),
  ...(hosting.powerdns ? howToAskDns(hosting.powerdns) : []),
];

/** The certificates were made for this machine alone, so programs are told to trust them. */
const howToReachFiles = ({ ports, paths }: Pick<Hosting, 'ports' | 'paths'>): string[] => [
  'Pliki:',
  `  lftp -e 'set ssl:ca-file "${paths.certificate}"' -u NAZWA ftp://127.0.0.1:${ports.ftps}`,
  `  curl --ssl-reqd --cacert '${paths.certificate}' --user NAZWA ftp://127.0.0.1:${ports.ftps}/`,
  `  sftp -P ${ports.sftp} NAZWA@127.0.0.1`,
];

const howToReachDatabases = ({ host, port, paths }: Mariadb, phpMyAdmin: PhpMyAdmin | null): string[] => [
  `Bazy danych (${DATABASES.map(({ tree, name }) => `${tree}_${name}`).join(', ')}):`,
  `  mariadb --host=${host} --port=${port} --ssl-ca='${paths.certificate}' --ssl-verify-server-cert --user=NAZWA --password BAZA`,
  ...(phpMyAdmin ? [`  phpMyAdmin: ${phpMyAdmin.url}`] : []),
];

const howToReadMail = ({ host, imapsPort, paths }: Dovecot): string[] => [
  `Poczta (${MAILBOXES.map(({ local, domain }) => `${local}@${domain}`).join(', ')} – do samych skrzynek pasuje hasło podane wyżej):`,
  `  curl --cacert '${paths.certificate}' --user NAZWA imaps://${host}:${imapsPort}/ -X 'STATUS INBOX (MESSAGES UNSEEN)'`,
  `  curl --cacert '${paths.certificate}' --user NAZWA 'imaps://${host}:${imapsPort}/INBOX;MAILINDEX=1'`,
];

const howToAskDns = ({ host, port }: Powerdns): string[] => [
  'Domeny (serwer odpowiada, gdy ktoś pierwszy raz zmieni rekordy domeny w Panelu):',
  `  dig @${host} -p ${port} +dnssec zielnik.example`,
];

export const died = (part: string, log: string): string =>
  `\n${part} – ta część przestała działać, więc zatrzymuję resztę. Zapis zdarzeń: ${log}`;
export const alreadyRuns = (pid: number): string =>
  `Demo już działa (proces ${pid}). Zatrzymaj je klawiszami Ctrl-C albo użyj tego, które działa.`;
export const otherPort = (wanted: number, port: number): string => `Port ${wanted} jest zajęty, więc demo użyje portu ${port}.`;
