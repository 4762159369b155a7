import type { ApplyFault, EndReason } from '../../contract/index.ts';

/** What an audit row's `details` may hold; every part can be missing. */
export interface Details {
  /** The person who gets access. */
  grantee?: string;
  /** What is opened, as a phrase that stands after a colon. */
  what?: string;
  reason?: string;
  /** Epoch ms; null means "until it is taken back". */
  notAfter?: number | null;
  /** Sessions that had to be ended at a second look. */
  late?: number;
  fault?: string;
  /** The database or the mailbox that it is about. */
  database?: string;
  mailbox?: string;
  /** People, by name. */
  people?: string;
  /** Epoch ms. */
  until?: number;
  template?: string;
  to?: string;
  client?: string;
  /** The domain whose records it is about, how many of them, and which other client did it. */
  domain?: string;
  added?: number;
  removed?: number;
  delegate?: string;
  /** A conversation with support, by its number. */
  number?: string;
  /** A setting that somebody was asked about, by its title. */
  setting?: string;
}

const REASONS: Record<EndReason, string> = {
  revoked: 'na polecenie z Panelu',
  cancelled: 'zaproszenie zostało wycofane',
  declined: 'zaproszona osoba odmówiła',
  returned: 'osoba sama go oddaje',
  expired: 'minął jego termin',
  failed: 'serwer nie mógł go założyć',
  cession: 'konto zmienia abonenta',
  'target-deleted': 'to, co otwierał, zostało usunięte',
  moved: 'licencja przechodzi na inną osobę',
};

const FAULTS: Record<ApplyFault, string> = {
  'directory-missing': 'nie ma już tego katalogu',
  'directory-is-link': 'ten katalog jest skrótem do innego miejsca',
  'directory-outside': 'ten katalog leży poza plikami konta',
  'tree-missing': 'na serwerze nie ma plików tej usługi',
  'database-missing': 'nie ma już tej bazy danych',
  'database-outside': 'ta baza danych nie należy do tej usługi',
  'mailbox-missing': 'nie ma już tej skrzynki',
  'mailbox-outside': 'ta skrzynka nie należy do tej usługi',
  'credential-missing': 'brakuje hasła lub klucza',
  'vendor-seats-out': 'u dostawcy nie ma już wolnej licencji',
  'vendor-refused': 'dostawca usługi nie przyjął tej osoby',
  'service-unavailable': 'program na serwerze, który obsługuje ten dostęp, nie odpowiada',
  'sessions-remain': 'trwa jeszcze połączenie, które trzeba zakończyć',
  'disk-full': 'na serwerze brakuje miejsca',
  unexpected: 'na serwerze zdarzył się nieznany błąd',
};

const day = new Intl.DateTimeFormat('pl-PL', { dateStyle: 'long', timeZone: 'Europe/Warsaw' });
const time = new Intl.DateTimeFormat('pl-PL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Warsaw' });
const plural = new Intl.PluralRules('pl-PL');
/** A line never ends in a lone number or letter. */
const glue = (text: string) => text.replaceAll(' ', '\u00a0');

const known = <T extends string>(table: Record<T, string>, key: string | undefined): string | undefined =>
  Object.entries<string>(table).find(([name]) => name === key)?.[1];

function until(notAfter: number | null | undefined): string | undefined {
  if (notAfter === undefined) return undefined;
  return notAfter === null ? 'Bez daty końca' : `Do: ${glue(`${day.format(notAfter)}, ${time.format(notAfter)}`)}`;
}

function ended(late: number | undefined): string | undefined {
  if (!late) return undefined;
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'połączenie', few: 'połączenia' };
  return `Przerwane: ${glue(`${late} ${forms[plural.select(late)] ?? 'połączeń'}`)}`;
}

/** Sentences from parts, of which those that are missing are left out. */
const say = (...parts: (string | undefined)[]) =>
  parts
    .filter((part) => part !== undefined)
    .map((part) => `${part}.`)
    .join(' ');
const person = ({ grantee }: Details) => grantee && `Osoba: ${grantee}`;
const scope = ({ what }: Details) => what && `Zakres: ${what}`;
const asset = ({ database, mailbox }: Details) => (mailbox ? `Skrzynka: ${mailbox}` : database && `Baza danych: ${database}`);
/** What is said of a mailbox, or else of a database. */
const either = ({ mailbox }: Details, ofMailbox: string, ofDatabase: string) => (mailbox ? ofMailbox : ofDatabase);
const back = ({ until: at }: Details) =>
  at === undefined ? undefined : `Czas na przywrócenie: do ${glue(`${day.format(at)}, ${time.format(at)}`)}`;
const dateOf = ({ until: at }: Details) =>
  at === undefined ? undefined : `Od: ${glue(`${day.format(at)}, ${time.format(at)}`)}`;
const toCede = ({ what }: Details) => what && `Przedmiot: ${what}`;
const taker = ({ to }: Details) => to && `Nowy abonent: ${to}`;
const because = (lead: string, reason: string | undefined) => (reason ? `${lead}: ${reason}` : lead);

/** A change of a domain's records. */
const zone = (d: Details) => [
  d.domain && `Domena: ${d.domain}`,
  d.added ? `Dodane rekordy: ${d.added}` : undefined,
  d.removed ? `Usunięte rekordy: ${d.removed}` : undefined,
  d.delegate && `Zrobił delegat: ${d.delegate}`,
];

const helpCase = ({ number }: Details) => number && `Sprawa: ${number}`;
const setting = ({ setting: title }: Details) => title && `Ustawienie: ${title}`;

type Sentence = (details: Details) => string;

/** What happened, for each action that anything in the worker writes down. */
const SENTENCES: Record<string, Sentence> = {
  'account.created': () => 'Konto istnieje od tej chwili.',
  'customer.looked-up': () => 'Pracownik obsługi otworzył podgląd tego konta.',
  'grant.requested': (d) => say('Nowy dostęp czeka na przyjęcie', person(d), scope(d), until(d.notAfter)),
  'grant.claimed': (d) => say('Dostęp przyjęty, serwer właśnie go zakłada', person(d), scope(d)),
  'grant.accepted': (d) => say('Dostęp przyjęty i od razu działa', person(d), scope(d)),
  'grant.suspended': (d) => say('Dostęp zawieszony', person(d), scope(d)),
  'grant.resumed': (d) => say('Dostęp znowu działa', person(d), scope(d)),
  'grant.active': (d) => say('Dostęp działa', person(d), scope(d)),
  'grant.changed': (d) => say('Dostęp zmieniony', person(d), scope(d), until(d.notAfter)),
  'grant.credential-changed': (d) => say('Nowe hasło lub klucz do dostępu', person(d), scope(d)),
  'grant.revoking': (d) => say(because('Dostęp jest odbierany', known(REASONS, d.reason)), person(d), scope(d)),
  'grant.cut': (d) => say('Nie można się już zalogować i nie trwa żadne połączenie', ended(d.late), person(d), scope(d)),
  'grant.ended': (d) => say(because('Dostęp zakończony', known(REASONS, d.reason)), ended(d.late), person(d), scope(d)),
  'grant.kept': (d) => say('Dostęp zostaje po zmianie abonenta', person(d), scope(d)),
  'grant.looked-through': (d) => say('Dostęp przejrzany i zostaje', person(d), scope(d)),
  'grant.failed': (d) => say(because('Nie udało się założyć dostępu', known(FAULTS, d.fault)), person(d), scope(d)),
  'grant.problem': (d) =>
    say(because('Serwer jeszcze tego nie zrobił, próbuje dalej', known(FAULTS, d.fault)), person(d), scope(d)),
  'grant.healed': (d) => say('Przeszkoda zniknęła, dostęp jest zgodny z ustawieniami', person(d), scope(d)),
  'grant.repaired': (d) => say('Po odtworzeniu danych serwer dostaje ten dostęp jeszcze raz', person(d), scope(d)),
  'asset.creating': (d) =>
    say(either(d, 'Nowa skrzynka, serwer właśnie ją zakłada', 'Nowa baza danych, serwer właśnie ją zakłada'), asset(d)),
  'asset.created': (d) => say(either(d, 'Skrzynka działa', 'Baza danych działa'), asset(d)),
  'asset.failed': (d) =>
    say(
      because(either(d, 'Nie udało się założyć skrzynki', 'Nie udało się założyć bazy danych'), known(FAULTS, d.fault)),
      asset(d),
    ),
  'asset.problem': (d) => say(because('Serwer jeszcze tego nie zrobił, próbuje dalej', known(FAULTS, d.fault)), asset(d)),
  'asset.healed': (d) => say('Przeszkoda zniknęła, na serwerze jest tak, jak w Panelu', asset(d)),
  'asset.repaired': (d) => say('Po odtworzeniu danych serwer dostaje te ustawienia jeszcze raz', asset(d)),
  'asset.kept': (d) =>
    say('Po odtworzeniu danych: na serwerze stoi nowsza pod tą nazwą, więc dawne usunięcie jej nie dotyczy', asset(d)),
  'asset.changed': (d) => say('Serwer wykonał zmianę', asset(d)),
  'asset.password-changing': (d) =>
    say('Nowe hasło skrzynki, serwer właśnie je ustawia', asset(d), d.people && `Kto znał poprzednie: ${d.people}`),
  'asset.readers-noted': (d) =>
    say('Zmieniony spis osób, które znają hasło skrzynki', asset(d), d.people && `Teraz na liście: ${d.people}`),
  'asset.binning': (d) => say('Skrzynka trafia do kosza, logowanie zostaje zablokowane', asset(d), back(d)),
  'asset.binned': (d) => say('Skrzynka leży w koszu i nikt się do niej nie zaloguje', asset(d)),
  'asset.restoring': (d) => say('Skrzynka wraca z kosza razem z pocztą i hasłem', asset(d)),
  'asset.deleting': (d) =>
    say(either(d, 'Skrzynka jest usuwana razem z pocztą', 'Baza danych jest usuwana razem z zawartością'), asset(d)),
  'asset.deleted': (d) => say(either(d, 'Skrzynka usunięta', 'Baza danych usunięta'), asset(d)),
  'case.opened': (d) => say('Nowa wiadomość do BOK', helpCase(d)),
  'case.ordered': (d) => say('Nowe zlecenie usług informatycznych', helpCase(d)),
  'case.written': (d) => say('Dopisana wiadomość do BOK', helpCase(d)),
  'case.taken': (d) => say('Pracownik obsługi zajmuje się sprawą', helpCase(d)),
  'case.answered': (d) => say('Odpowiedź pracownika obsługi', helpCase(d)),
  'case.handed-on': (d) => say('Pracownik obsługi przekazał sprawę dalej', helpCase(d)),
  'case.closed': (d) => say('Sprawa zamknięta', helpCase(d)),
  'setting.asked': (d) => say('Pytanie o ustawienie, bez dostępu do konta', setting(d), person(d)),
  'setting.resent': (d) =>
    say('Pytanie o ustawienie wysłane jeszcze raz, wcześniejsze linki przestają działać', setting(d), person(d)),
  'setting.answered': (d) => say('Odpowiedź na pytanie o ustawienie', setting(d), person(d)),
  'setting.ticked': (d) => say('Odhaczony krok zmiany ustawienia', setting(d)),
  'setting.unticked': (d) => say('Cofnięte odhaczenie kroku zmiany ustawienia', setting(d)),
  'setting.done': (d) => say('Zmiana ustawienia zrobiona', setting(d), person(d)),
  'setting.dropped': (d) => say('Pytanie o ustawienie wycofane, link przestaje działać', setting(d), person(d)),
  'cession.offered': (d) => say('Rozpoczęta cesja, druga strona dostaje link', toCede(d), taker(d)),
  'cession.accepted': (d) => say('Druga strona podała swoje dane do cesji', toCede(d), taker(d)),
  'cession.decided': (d) => say('Postanowione, co z dostępem stanie się przy cesji', toCede(d)),
  'cession.agreed': (d) => say('Jedna ze stron potwierdziła cesję', toCede(d)),
  'cession.completed': (d) => say('Cesja zakończona, od teraz jest inny abonent', toCede(d), taker(d)),
  'cession.received': (d) => say('Domena przechodzi na to konto w drodze cesji', toCede(d)),
  'cession.cancelled': (d) => say('Cesja odwołana, nic się nie zmienia', toCede(d)),
  'cession.declined': (d) => say('Druga strona odmówiła cesji, nic się nie zmienia', toCede(d)),
  'cession.expired': (d) => say('Minął termin cesji, nic się nie zmienia', toCede(d)),
  'cession.blocked': () => 'Cesja zablokowana: nikt nie przekaże tego konta ani jego domen.',
  'cession.unblocking': (d) => say('Blokada cesji zdjęta, przestanie działać po 24 godzinach', dateOf(d)),
  'person.offboarded': (d) => say('Odbierane jest wszystko, co ma jedna osoba', person(d)),
  'review.started': () => 'Rozpoczęty przegląd wszystkich dostępów.',
  'member.kept': (d) => say('Użytkownik Panelu zostaje po zmianie abonenta', person(d)),
  'member.ended': (d) => say('Użytkownik Panelu traci dostęp, bo konto zmienia abonenta', person(d)),
  'member.removed': (d) => say('Użytkownik Panelu usunięty z konta', person(d)),
  'member.role-changed': (d) => say('Zmieniona rola użytkownika Panelu', person(d), scope(d)),
  'zone.changed': (d) => say('Zmiana w DNS', ...zone(d)),
  'zone.imported': (d) => say('Zmiana w DNS, wczytana z pliku', ...zone(d)),
  'zone.undone': (d) => say('Cofnięta zmiana w DNS', ...zone(d)),
  'zone.problem': (d) =>
    say(because('Serwer nazw nie ma jeszcze ostatniej zmiany, próbujemy dalej', known(FAULTS, d.fault)), ...zone(d)),
  'zone.healed': (d) => say('Przeszkoda zniknęła, serwer nazw ma najnowsze rekordy', ...zone(d)),
  'zone.repaired': (d) => say('Po odtworzeniu danych serwer nazw dostaje rekordy jeszcze raz', ...zone(d)),
  'invitation.sent': (d) => say('Zaproszenie wysłane', d.to && `Na adres: ${d.to}`),
  'invitation.renewed': (d) => say('Nowe zaproszenie w drodze, wcześniejsze linki przestają działać', person(d)),
  'message.sent': (d) => say('Wiadomość wysłana', d.to && `Na adres: ${d.to}`),
};

export const KNOWN_ACTIONS = Object.keys(SENTENCES);

/** One or more Polish sentences that say what happened; they cope with whatever details are missing. */
export const sentenceOf = (action: string, details: Details): string =>
  Object.entries(SENTENCES).find(([known]) => known === action)?.[1](details) ?? 'Zmiana na koncie.';
