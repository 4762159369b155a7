import type { ApplyFault, AssetState, DatabaseView } from '../../../contract/index.ts';
import { counted, type Forms, sizeWords } from '../../words/plural.ts';

/** A database's or a mailbox's state in one word; both are feminine. */
const STATE_WORDS: Record<AssetState, string> = {
  creating: 'powstaje',
  ready: 'gotowa',
  changing: 'zmieniana',
  bin: 'w koszu',
  deleting: 'usuwana',
  gone: 'usunięta',
  failed: 'nie powstała',
};

/** The look of a state (components.css): waiting, at work, in force, being taken away, over, failed. */
const STATE_LOOKS: Record<AssetState, string> = {
  creating: 'pending',
  ready: 'active',
  changing: 'pending',
  bin: 'requested',
  deleting: 'revoking',
  gone: 'ended',
  failed: 'failed',
};

interface Standing {
  state: AssetState;
  problem: ApplyFault | null;
}

/** A state as it is shown: something that keeps the server from its work is seen in the list, as on a key tag. */
export function stateMark({ state, problem }: Standing): { word: string; look: string } {
  const troubled = problem !== null && state !== 'failed';
  return {
    word: troubled ? `${STATE_WORDS[state]} – jest kłopot` : STATE_WORDS[state],
    look: troubled ? 'failed' : STATE_LOOKS[state],
  };
}

const UNEXPECTED = 'Serwer zgłosił nieznany błąd. Próbujemy dalej; jeśli to potrwa, napisz do BOK.';
const PROBLEMS: Partial<Record<ApplyFault, string>> = {
  'tree-missing': 'Na serwerze brakuje katalogu tej usługi. Napisz do BOK – nie da się tego naprawić z Panelu.',
  'database-missing': 'Tej bazy nie ma już na serwerze, choć powinna tam być. Usuń ją z tej listy albo napisz do BOK.',
  'mailbox-missing': 'Tej skrzynki nie ma już na serwerze, choć powinna tam być. Napisz do BOK.',
  'database-outside': 'Ta baza nie należy do tej usługi, więc serwer jej nie zmieni. Napisz do BOK.',
  'mailbox-outside': 'Domena tej skrzynki nie należy do tej usługi, więc serwer jej nie zmieni. Napisz do BOK.',
  'credential-missing': 'Serwer nie ma hasła tej skrzynki. Ustaw nowe przyciskiem „Zmień hasło”.',
  'service-unavailable': 'Serwer chwilowo nie przyjmuje zmian. Próbujemy dalej, nie musisz nic robić.',
  'sessions-remain': 'Nowe logowanie jest już zablokowane, ale ktoś jest jeszcze połączony. Kończymy to połączenie.',
  'disk-full': 'Na serwerze skończyło się miejsce na dysku. Próbujemy dalej; jeśli to potrwa, napisz do BOK.',
};

/** What went wrong and what comes next; null when nothing did. `again` says how to try once more where trying may help. */
export function assetTrouble({ state, problem }: Standing, again: string): string | null {
  const known = problem === null ? undefined : PROBLEMS[problem];
  if (known) return known;
  if (state === 'failed') return `Serwer nie mógł jej utworzyć. ${again}`;
  return problem === null ? null : UNEXPECTED;
}

/** True when access to it can be given. */
export const isOpenable = ({ state, problem }: Standing): boolean => state === 'ready' && problem === null;

/** True when it can be deleted: also what the server cannot finish making. */
export const isDeletable = ({ state, problem }: Standing): boolean =>
  state === 'ready' || state === 'failed' || (problem !== null && (state === 'creating' || state === 'changing'));

/** True while the state is about to change by itself. */
export const isMoving = ({ state }: { state: AssetState }): boolean =>
  state === 'creating' || state === 'changing' || state === 'deleting';

type Access = DatabaseView['access'];
const PEOPLE: Forms = { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' };
const whoseAccess = ({ person, email }: Access[number]) => email || person;

/** Everybody with access, once. */
const peopleOf = (access: Access): Access =>
  access.filter((one, at) => access.findIndex((other) => whoseAccess(other) === whoseAccess(one)) === at);

/** „3 osoby”, or that there is nobody. */
export const peopleWords = (access: Access): string => (access.length === 0 ? 'nikt' : counted(peopleOf(access).length, PEOPLE));

/** Links to grants, each with a name of its own: a person's second access is told from the first. */
export function accessLinks(access: Access): { grantId: string; label: string }[] {
  return access.map((one, at) => {
    const before = access.slice(0, at).filter((other) => whoseAccess(other) === whoseAccess(one)).length;
    const namesake = access.some((other) => other.person === one.person && other.email !== one.email);
    const name = namesake && one.email ? `${one.person} (${one.email})` : one.person;
    return { grantId: one.grantId, label: before > 0 ? `${name}, dostęp ${before + 1}` : name };
  });
}

/** Size, or why it is not known. */
export const bytesWords = (bytes: number | null): string => (bytes === null ? 'nieznany' : sizeWords(bytes));

interface Plan {
  used: number;
  most: number;
  bytes: number | null;
  mostBytes: number;
}

/** „Bazy: 3 z 10. Miejsce: 1,2 GB z 5 GB.” */
export const planWords = (what: string, { used, most, bytes, mostBytes }: Plan): string =>
  `${what}: ${used} z\u00a0${most}. Zajęte miejsce: ${bytes === null ? 'teraz nieznane' : `${sizeWords(bytes)} z\u00a0${sizeWords(mostBytes)}`}.`;
