import { aCase, aSettingRequest, type HelpPerson, type Rows } from '../tests/support/build/index.ts';
import { PEOPLE, type PersonName } from './people.ts';

const HOUR = 3_600_000;
const who = (name: PersonName): HelpPerson => ({ id: `demo-${name}`, name: PEOPLE[name].name });

interface Places {
  accountA: string;
  accountB: string;
  serviceA: string;
}

/** A few conversations with support in each state, and two questions to an IT person. */
export function demoHelp({ accountA, accountB, serviceA }: Places, now: number): Rows[] {
  const anna = who('ownerA');
  const marek = who('ownerB');
  const kasia = who('support');
  const request = { accountId: accountA, serviceId: serviceA, createdBy: anna.id, createdByName: anna.name };
  return [
    aCase({
      id: 'demo-sprawa-poczta',
      number: 1001,
      accountId: accountA,
      openedBy: anna,
      takenBy: kasia,
      subject: 'Wiadomości z formularza trafiają do spamu',
      state: 'waiting',
      serviceId: serviceA,
      createdAt: now - 26 * HOUR,
      messages: [
        {
          from: 'customer',
          author: anna.name,
          text: 'Dzień dobry, od tygodnia wiadomości z formularza na stronie trafiają do spamu. Co mogę z tym zrobić?',
        },
        { from: 'note', author: kasia.name, text: 'Brakuje rekordu SPF, reszta wygląda dobrze.' },
        {
          from: 'staff',
          author: kasia.name,
          text: 'Dzień dobry, w domenie brakuje rekordu SPF. Można go dodać w Panelu, w części Domeny.\n\nCzy formularz wysyła pocztę przez nasz serwer?',
        },
      ],
    }),
    aCase({
      id: 'demo-sprawa-zlecenie',
      number: 1002,
      accountId: accountA,
      openedBy: anna,
      subject: 'Sklep zwalnia po aktualizacji',
      serviceId: serviceA,
      order: { subject: 'repair', replyEmail: PEOPLE.ownerA.email },
      createdAt: now - 3 * HOUR,
      messages: [
        {
          from: 'customer',
          author: anna.name,
          text: 'Po wczorajszej aktualizacji lista produktów otwiera się kilkanaście sekund. Czy administratorzy mogą znaleźć przyczynę?',
        },
      ],
    }),
    aCase({
      id: 'demo-sprawa-dostep',
      number: 1003,
      accountId: accountB,
      openedBy: marek,
      subject: 'Jaki dostęp dać informatykowi?',
      createdAt: now - HOUR,
      context: {
        page: '/kreator/informatyk/zapytaj/',
        flow: 'informatyk',
        answers: [{ node: 'zadanie', answer: 'nie-wiem' }],
      },
      messages: [{ from: 'customer', author: marek.name, text: 'Informatyk chce przenieść stronę. Który dostęp mu wystarczy?' }],
    }),
    aCase({
      id: 'demo-sprawa-zamknieta',
      number: 1004,
      accountId: accountB,
      openedBy: marek,
      takenBy: kasia,
      subject: 'Gdzie jest moja faktura',
      state: 'closed',
      createdAt: now - 80 * HOUR,
      messages: [
        { from: 'customer', author: marek.name, text: 'Nie widzę faktury za zeszły miesiąc.' },
        { from: 'staff', author: kasia.name, text: 'Jest już w Panelu, wysłaliśmy ją też na Twój adres.' },
      ],
    }),
    aSettingRequest({
      ...request,
      id: 'demo-prosba-php',
      helperName: 'Jan Wójcik',
      helperEmail: 'jan@informatyk.example',
      note: 'Sklep pokazuje komunikat o starej wersji PHP.',
      answers: JSON.stringify({ version: '8.3', checks: 'strona główna\nkoszyk' }),
      comment: 'Najlepiej wieczorem. W razie kłopotów wróć do poprzedniej wersji.',
      stepsDone: JSON.stringify(['open', 'note']),
      createdAt: now - 30 * HOUR,
    }),
    aSettingRequest({
      ...request,
      id: 'demo-prosba-cron',
      setting: 'cron',
      helperName: 'Jan Wójcik',
      helperEmail: 'jan@informatyk.example',
      note: 'Kopia bazy ma się robić sama.',
      createdAt: now - 2 * HOUR,
    }),
  ];
}
