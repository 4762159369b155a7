import type { Hosting } from '../tests/support/hosting/index.ts';
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
    `Wiadomości, które wysyła Klucznik: ${url}/dev/poczta/`,
    '',
    ...(hosting ? howToConnect(hosting) : [`Serwer FTP nie działa, więc nadane dostępy czekają na niego. ${noHosting}`]),
    '',
    'Ctrl-C zatrzymuje wszystko. Dane zostają do następnego razu; od nowa zaczyna „npm run demo:reset”.',
    '',
  ].join('\n');
}

/** The certificate was made for this machine alone, so programs are told to trust it. */
const howToConnect = ({ ports, paths }: Pick<Hosting, 'ports' | 'paths'>): string[] => [
  'Nadaj dostęp, przyjmij zaproszenie i połącz się. NAZWA to nazwa użytkownika z zaproszenia; o hasło zapyta program:',
  `  lftp -e 'set ssl:ca-file "${paths.certificate}"' -u NAZWA ftp://127.0.0.1:${ports.ftps}`,
  `  curl --ssl-reqd --cacert '${paths.certificate}' --user NAZWA ftp://127.0.0.1:${ports.ftps}/`,
  `  sftp -P ${ports.sftp} NAZWA@127.0.0.1`,
];

export const died = (part: string, log: string): string =>
  `\n${part} – ta część przestała działać, więc zatrzymuję resztę. Zapis zdarzeń: ${log}`;
export const alreadyRuns = (pid: number): string =>
  `Demo już działa (proces ${pid}). Zatrzymaj je klawiszami Ctrl-C albo użyj tego, które działa.`;
export const otherPort = (wanted: number, port: number): string => `Port ${wanted} jest zajęty, więc demo użyje portu ${port}.`;
