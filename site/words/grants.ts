import type { ApplyFault, EndReason, GrantSpec, GrantState, GrantView } from '../../contract/index.ts';
import { levelOf, roadOf, wordsOf } from './kinds/index.ts';

/*
 * Grants in the words people read. One table for each thing, so that the list, the tag, the page of one grant and
 * the invitation never say the same thing in two ways.
 */

export const STATE_WORDS: Record<GrantState, string> = {
  requested: 'czeka na przyjęcie',
  pending: 'w toku',
  active: 'działa',
  revoking: 'odbierany',
  ended: 'zakończony',
};

export const END_WORDS: Record<EndReason, string> = {
  revoked: 'odebrany',
  cancelled: 'wycofany przed przyjęciem',
  declined: 'nieprzyjęty przez zaproszoną osobę',
  returned: 'oddany przez osobę, która go miała',
  expired: 'minął termin',
  failed: 'nie udało się go ustawić na serwerze',
  cession: 'zmienił się abonent konta',
  'target-deleted': 'usunięto bazę lub skrzynkę, którą otwierał',
  moved: 'licencja przeszła na inną osobę',
};

/** What keeps a server from doing what is asked: what happened, and what comes next. */
export const PROBLEM_WORDS: Record<ApplyFault, string> = {
  'directory-missing':
    'Tego katalogu nie ma już na serwerze, więc dostępu nie da się ustawić. Nadaj nowy i wybierz inny katalog.',
  'directory-is-link':
    'W miejscu tego katalogu jest teraz skrót, więc dostępu nie da się ustawić. Nadaj nowy i wskaż katalog, do którego skrót prowadzi.',
  'directory-outside':
    'Ten katalog prowadzi poza Twój serwer, więc dostępu nie da się ustawić. Nadaj nowy i wybierz inny katalog.',
  'tree-missing': 'Na serwerze brakuje katalogu tej usługi. Napisz do BOK – nie da się tego naprawić z Panelu.',
  'database-missing': 'Tej bazy danych nie ma już na serwerze, więc dostępu nie da się ustawić. Nadaj nowy i wybierz inną bazę.',
  'database-outside':
    'Ta baza danych nie należy do tej usługi, więc dostępu nie da się ustawić. Nadaj nowy i wybierz bazę z listy.',
  'mailbox-missing': 'Tej skrzynki nie ma już na serwerze, więc dostępu nie da się ustawić. Nadaj nowy i wybierz inną skrzynkę.',
  'mailbox-outside':
    'Ta skrzynka nie należy do tej usługi, więc dostępu nie da się ustawić. Nadaj nowy i wybierz skrzynkę z listy.',
  'credential-missing': 'Serwer stracił hasło do tego dostępu. Wyślij tej osobie nowe zaproszenie, żeby powstało nowe hasło.',
  'vendor-seats-out':
    'U dostawcy tej usługi nie ma już wolnej licencji, choć u nas jeszcze jest. Zwolnij tam jedną, dokup następną albo napisz do BOK.',
  'vendor-refused':
    'Dostawca tej usługi nie przyjął tej zmiany. Sprawdź adres e-mail tej osoby i spróbuj jeszcze raz albo napisz do BOK.',
  'service-unavailable': 'Usługa na serwerze chwilowo nie odpowiada. Próbujemy dalej, nie musisz nic robić.',
  'sessions-remain':
    'Nowe logowanie jest już zablokowane, ale otwarte połączenie jeszcze trwa. Kończymy je – próbujemy do skutku.',
  'disk-full': 'Na serwerze skończyło się miejsce na dysku. Próbujemy dalej; jeśli to potrwa, napisz do BOK.',
  unexpected: 'Serwer zgłosił nieznany błąd. Próbujemy dalej; jeśli to potrwa, napisz do BOK.',
};

/** The same where no server of ours is at fault, but the vendor of a licence. */
const VENDOR_PROBLEMS: Partial<Record<ApplyFault, string>> = {
  'service-unavailable':
    'Dostawca tej usługi teraz nie odpowiada. Zmiana jest zapisana i nie zginie – próbujemy dalej, nie musisz nic robić.',
  unexpected: 'Dostawca tej usługi zgłosił nieznany błąd. Próbujemy dalej; jeśli to potrwa, napisz do BOK.',
};

/** What keeps a grant from being as it was asked, in words; null when nothing does. */
export function problemWords({ problem, spec }: Pick<GrantView, 'problem' | 'spec'>): string | null {
  if (problem === null) return null;
  return (roadOf(spec) === 'vendor' ? VENDOR_PROBLEMS[problem] : undefined) ?? PROBLEM_WORDS[problem];
}

/** Faults that only the giver's own act mends: the words above tell the giver what to do. */
const FOR_THE_GIVER: readonly ApplyFault[] = [
  'directory-missing',
  'directory-is-link',
  'directory-outside',
  'tree-missing',
  'database-missing',
  'database-outside',
  'mailbox-missing',
  'mailbox-outside',
  'credential-missing',
  'vendor-seats-out',
  'vendor-refused',
];

/** The same, said to the person whose access it is. */
export const problemToYou = (fault: ApplyFault): string =>
  FOR_THE_GIVER.includes(fault)
    ? 'Serwer nie może teraz otworzyć tego dostępu. Powiedz o tym osobie, która go nadała: widzi, dlaczego.'
    : PROBLEM_WORDS[fault];

/** What the tag opens, in one phrase: „cały serwer”, „baza danych sklep_2026”. */
export function areaWords(spec: GrantSpec): string {
  const { noun, name } = wordsOf(spec).area(spec);
  return name === null ? noun : `${noun} ${name}`;
}

/** What may be done, after „osoba może”. */
export const accessWords = (spec: GrantSpec): string => wordsOf(spec).access(levelOf(spec) as never);

/** What the person will be able to do, sentence by sentence (R8–R10). */
export const canDo = (spec: GrantSpec): readonly string[] => wordsOf(spec).canDo(spec);

/** What the person will not be able to do, so that nobody has to guess (R8–R10). */
export const cannotDo = (spec: GrantSpec): readonly string[] => wordsOf(spec).cannotDo(spec);

/** R13: said where the choice is made. */
export const riskOf = (spec: GrantSpec): string => wordsOf(spec).risk(spec);

/** Verbs of the sentences above; their second person is made by the same ending. */
const VERBS =
  'zobaczy|pobierze|skopiuje|przeczyta|doda|zmieni|usunie|przebuduje|założy|wpuści|oznaczy|przeniesie|wyśle|pozna|zajrzy|wejdzie|będzie|skorzysta|przydzieli|odbierze|przepisze|przekaże';
const VERB = new RegExp(`(?<!\\p{L})(?:${VERBS})(?!\\p{L})`, 'giu');

/** The same sentence said to the person themselves: „Zobaczy pliki” → „Zobaczysz pliki”. */
export const toYou = (sentence: string): string => sentence.replace(VERB, '$&sz');

/** A grant's state as far as its mark shows it. */
export type Standing = Pick<GrantView, 'state' | 'endReason'> & Partial<Pick<GrantView, 'suspendedAt'>>;

export const isSuspended = ({ state, suspendedAt = null }: Standing): boolean => state === 'active' && suspendedAt !== null;

/** The state in one word, with its reason where that says something more. */
export function stateWords(grant: Standing): string {
  const { state, endReason } = grant;
  if (isSuspended(grant)) return 'zawieszony';
  const tells = endReason !== null && (state === 'ended' || (state === 'revoking' && endReason !== 'revoked'));
  return tells ? `${STATE_WORDS[state]}: ${END_WORDS[endReason]}` : STATE_WORDS[state];
}

/** True while the state is about to change by itself. */
export const isInTransition = (grant: Pick<GrantView, 'state'>): boolean =>
  grant.state === 'pending' || grant.state === 'revoking';

const DAY = 86_400_000;
const SOON = 2 * DAY;

/** Why a grant deserves to be seen first; null when it does not. */
export function attentionTo(grant: GrantView, now: number): 'problem' | 'transition' | 'waiting' | 'ending' | null {
  if (grant.state === 'ended') return null;
  if (grant.problem) return 'problem';
  if (isInTransition(grant)) return 'transition';
  if (grant.state === 'requested') return 'waiting';
  return grant.notAfter !== null && grant.notAfter - now < SOON ? 'ending' : null;
}
