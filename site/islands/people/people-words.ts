import type { GrantView, OwnSignIn } from '../../../contract/index.ts';
import { dayWords, exactMomentWords, momentWords } from '../../words/dates.ts';
import { areaWords, problemWords } from '../../words/grants.ts';
import { type Road, roadOf, wordsOf } from '../../words/kinds/index.ts';
import { serviceWords } from '../list/list-words.ts';

export interface OfService {
  key: string;
  title: string;
  grants: readonly GrantView[];
}

const PANEL = { key: 'panel', title: 'Całe konto' };

/** Grants under the service that they open, in the order in which services first come. */
export function byService(grants: readonly GrantView[]): OfService[] {
  const groups = new Map<string, { key: string; title: string; grants: GrantView[] }>();
  for (const grant of grants) {
    const { service, spec } = grant;
    const head = spec.kind === 'panel-user' ? PANEL : { key: service.id, title: serviceWords(service) };
    const known = groups.get(head.key);
    if (known) known.grants.push(grant);
    else groups.set(head.key, { ...head, grants: [grant] });
  }
  return [...groups.values()];
}

export const isTakeable = ({ state }: Pick<GrantView, 'state'>): boolean => state !== 'ended' && state !== 'revoking';

/** Who gave it, when, and when it was last said to stay. */
export function originWords({ createdAt, createdBy, fromEarlierOwner, keptAt }: GrantView): string {
  const owner = fromEarlierOwner ? ' (za poprzedniego abonenta)' : '';
  const kept = keptAt === null ? '' : ` Ostatni przegląd: ${dayWords(keptAt)}.`;
  return `Od: ${dayWords(createdAt)}. Kto nadał: ${createdBy}${owner}.${kept}`;
}

const PROVED: Record<Road, string> = {
  server: 'Logowanie odrzucone i brak połączeń',
  account: 'Wstęp zamknięty, także w otwartych oknach',
  vendor: 'Licencja wyłączona u dostawcy',
};
const NOW_DOING: Record<Road, string> = {
  server: 'Blokujemy logowanie i kończymy połączenia.',
  account: 'Zamykamy wstęp.',
  vendor: 'Dostawca usługi wyłącza licencję.',
};

/** How far taking one back has come: what is proved and when, or what it waits for. */
export function takenWords(grant: GrantView): string {
  const { state, spec, cutAt, endedAt, host } = grant;
  const road = roadOf(spec);
  if (state === 'ended') {
    if (cutAt !== null) return `${PROVED[road]}: ${exactMomentWords(cutAt)}.`;
    return endedAt === null ? 'Zakończony.' : `Nikt z niego nie skorzystał. Zamknięty: ${exactMomentWords(endedAt)}.`;
  }
  if (state !== 'revoking') return 'Zaraz zaczniemy odbieranie.';
  if (cutAt !== null) return `${PROVED[road]}: ${exactMomentWords(cutAt)}. Sprawdzamy jeszcze raz.`;
  if (road === 'server' && !host.online) {
    const since = host.lastSeenAt === null ? '' : ` Ostatni kontakt: ${momentWords(host.lastSeenAt)}.`;
    return `Czeka: serwer ${host.name} nie odpowiada.${since} Odbierzemy, gdy tylko wróci.`;
  }
  return problemWords(grant) ?? NOW_DOING[road];
}

/** True when taking back waits for something that is away, and is tried again by itself. */
export const isHeldUp = ({ state, problem, cutAt, host, spec }: GrantView): boolean =>
  state === 'revoking' && cutAt === null && (problem !== null || (roadOf(spec) === 'server' && !host.online));

/** What ends, and what that does to whoever is connected now. */
export const endingWords = ({ spec, state }: GrantView): string =>
  state === 'requested' ? 'Zaproszenie przestanie działać. Nikt jeszcze nie miał dostępu.' : wordsOf(spec).cut;

/** One's own sign-in to the account is never taken with the rest. */
export const isOwnSignIn = ({ spec, grantee }: GrantView, email: string | undefined): boolean =>
  spec.kind === 'panel-user' && email !== undefined && grantee.email.toLowerCase() === email.toLowerCase();

/** Whose access, to what: tells buttons in a list apart. */
export const aboutArea = ({ spec, service }: GrantView): string => `${areaWords(spec)}, ${service.name}`;

/** Names the page after whoever it is about. */
export function nameDocument(title: string): void {
  document.title = `${title} – Klucznik`;
}

/** Why a way into the account stays when everything else is taken back. */
export const LEFT_WORDS: Record<NonNullable<OwnSignIn['leftOut']>, string> = {
  'own-sign-in': 'To Twoje własne logowanie. Zrezygnujesz z niego na stronie użytkowników Panelu.',
  'last-owner': 'To logowanie jedynego właściciela konta. Zmieni go tylko cesja.',
  'role-too-low': 'To logowanie może odebrać tylko właściciel konta.',
};
