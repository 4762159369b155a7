import type { ApplyFault, EndReason, GrantSpec, GrantState, GrantView } from '../../contract/index.ts';
import { visiblePath } from './names.ts';

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
  'credential-missing': 'Serwer stracił hasło do tego dostępu. Wyślij tej osobie nowe zaproszenie, żeby ustawiła hasło.',
  'service-unavailable': 'Program FTP na serwerze chwilowo nie odpowiada. Próbujemy dalej, nie musisz nic robić.',
  'sessions-remain':
    'Nowe logowanie jest już zablokowane, ale otwarte połączenie jeszcze trwa. Kończymy je – próbujemy do skutku.',
  'disk-full': 'Na serwerze skończyło się miejsce na dysku. Próbujemy dalej; jeśli to potrwa, napisz do BOK.',
  unexpected: 'Serwer zgłosił nieznany błąd. Próbujemy dalej; jeśli to potrwa, napisz do BOK.',
};

export const isWholeTree = (spec: GrantSpec): boolean => spec.directory === '/';

/** What the tag opens: „cały serwer” or the directory, with unseen characters written out. */
export const areaWords = (spec: GrantSpec): string => (isWholeTree(spec) ? 'cały serwer' : visiblePath(spec.directory));

export const accessWords = (spec: GrantSpec): string =>
  spec.access === 'read' ? 'tylko czytać pliki' : 'czytać i zmieniać pliki';

/** What the person will be able to do, sentence by sentence (R8). */
export function canDo(spec: GrantSpec): readonly string[] {
  const where = isWholeTree(spec) ? 'na całym serwerze' : 'w tym katalogu i głębiej';
  const read = `Zobaczy i pobierze wszystkie pliki ${where}.`;
  return spec.access === 'read' ? [read] : [read, `Doda, zmieni i usunie pliki i katalogi ${where}.`];
}

/** What the person will not be able to do, so that nobody has to guess (R8–R10). */
export function cannotDo(spec: GrantSpec): readonly string[] {
  return [
    ...(spec.access === 'read' ? ['Nie zmieni, nie doda i nie usunie żadnego pliku.'] : []),
    ...(isWholeTree(spec) ? [] : ['Nie zobaczy niczego poza tym katalogiem.']),
    'Nie wejdzie do Panelu klienta, poczty ani phpMyAdmin.',
    'Nie zobaczy danych abonenta ani faktur.',
  ];
}

/** R13: said where the choice is made. */
export const riskOf = (spec: GrantSpec): string =>
  isWholeTree(spec)
    ? 'Na serwerze leżą też pliki z hasłami do baz danych i poczty stron. Jeśli wystarczy jeden katalog, wybierz jeden katalog.'
    : spec.access === 'write'
      ? 'W plikach strony bywa hasło do jej bazy danych, a błąd w pliku może wyłączyć stronę. Zrób wcześniej kopię.'
      : 'W plikach strony bywa hasło do jej bazy danych. Pobranych plików nie da się potem zabrać.';

/** The state in one word, with its reason where that says something more. */
export function stateWords({ state, endReason }: Pick<GrantView, 'state' | 'endReason'>): string {
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
