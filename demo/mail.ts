import { DEMO_IDS } from './data.ts';
import type { PersonName } from './people.ts';

type Message = { from: string; subject: string; daysAgo: number; text: string };
type DemoMailbox = { owner: PersonName; serviceId: string; local: string; domain: string; messages: readonly Message[] };

/** The demo's mailboxes and what lies in them. */
export const MAILBOXES: readonly DemoMailbox[] = [
  {
    owner: 'ownerA',
    serviceId: DEMO_IDS.serviceA,
    local: 'biuro',
    domain: 'zielnik.example',
    messages: [
      {
        from: 'Zofia Wójcik <zofia.wojcik@poczta.example>',
        subject: 'Czy macie jeszcze lubczyk?',
        daysAgo: 6,
        text: 'Dzień dobry,\n\nczy lubczyk będzie jeszcze w tym roku? Wzięłabym trzy sadzonki.\n\nPozdrawiam\nZofia Wójcik\n',
      },
      {
        from: 'Biuro Rachunkowe Bilans <biuro@bilans.example>',
        subject: 'Faktury za październik',
        daysAgo: 3,
        text: 'Dzień dobry,\n\nproszę o faktury za październik do piątku. Brakuje nam jeszcze tej za doniczki.\n\nKatarzyna Lewandowska\n',
      },
      {
        from: 'Marek Maj <marek@warsztat.example>',
        subject: 'Przegląd samochodu',
        daysAgo: 1,
        text: 'Cześć Aniu,\n\nsamochód możesz odebrać w czwartek po 15. Wymieniłem olej i filtry.\n\nMarek\n',
      },
    ],
  },
  {
    owner: 'ownerA',
    serviceId: DEMO_IDS.serviceA,
    local: 'sklep',
    domain: 'zielnik.example',
    messages: [
      {
        from: 'Łukasz Żak <lukasz.zak@poczta.example>',
        subject: 'Zamówienie nr 2',
        daysAgo: 4,
        text: 'Dzień dobry,\n\nczy mogę jeszcze zmienić adres dostawy? Nowy to ul. Źródlana 7 w Łodzi.\n\nŁukasz Żak\n',
      },
      {
        from: 'Zofia Wójcik <zofia.wojcik@poczta.example>',
        subject: 'Susz lipowy dotarł',
        daysAgo: 2,
        text: 'Dziękuję, wszystko przyszło całe i pięknie pachnie.\n\nZofia Wójcik\n',
      },
    ],
  },
];

/** The message as a mail server would hand it over (RFC 5322). */
export function rawMessage(to: string, { from, subject, daysAgo, text }: Message, now: number): string {
  const name = from.slice(0, from.indexOf(' <'));
  const headers = [
    `From: ${encodedWord(name)}${from.slice(name.length)}`,
    `To: ${to}`,
    `Subject: ${encodedWord(subject)}`,
    `Date: ${new Date(now - daysAgo * 86_400_000).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${crypto.randomUUID()}@zielnik.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}`;
}

/** Headers hold ASCII alone (RFC 2047). */
const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
