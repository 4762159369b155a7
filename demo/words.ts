import { DEMO_PASSWORD, PEOPLE } from './people.ts';

type Endpoints = { ftps: number; sftp: number };

/** What a person reads once everything runs. */
export function welcome({ url, ports, noHosting }: { url: string; ports: Endpoints | null; noHosting: string | null }): string {
  return [
    '',
    `Klucznik działa: ${url}/`,
    '',
    `Logowanie: ${url}/logowanie/ – hasło każdej osoby: ${DEMO_PASSWORD}`,
    ...Object.values(PEOPLE).map(({ email, what }) => `  ${email.padEnd(28)}${what}`),
    '',
    `Wiadomości, które wysyła Klucznik: ${url}/dev/poczta/`,
    '',
    ...(ports ? howToConnect(ports) : [`Serwer FTP nie działa, więc nadane dostępy czekają na niego. Powód: ${noHosting}`]),
    '',
    'Ctrl-C zatrzymuje wszystko. Dane zostają do następnego razu; od nowa zaczyna „npm run demo:reset”.',
    '',
  ].join('\n');
}

/** `-k` and the like: certificate and key were made for this machine alone. */
const howToConnect = ({ ftps, sftp }: Endpoints): string[] => [
  'Nadaj dostęp, przyjmij zaproszenie i połącz się (NAZWA to nazwa użytkownika z zaproszenia, o hasło zapyta program):',
  `  lftp -e 'set ssl:verify-certificate no' -u NAZWA ftp://127.0.0.1:${ftps}`,
  `  curl -k --ssl-reqd --user NAZWA ftp://127.0.0.1:${ftps}/`,
  `  sftp -P ${sftp} NAZWA@127.0.0.1`,
];

export const died = (part: string, log: string): string =>
  `\n${part} – ta część przestała działać, więc zatrzymuję resztę. Zapis zdarzeń: ${log}`;
export const alreadyRuns = (pid: number): string =>
  `Demo już działa (proces ${pid}). Zatrzymaj je klawiszami Ctrl-C albo użyj tego, które działa.`;
export const otherPort = (wanted: number, port: number): string => `Port ${wanted} jest zajęty, więc demo użyje portu ${port}.`;
