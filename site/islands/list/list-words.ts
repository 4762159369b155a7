import type { GrantView } from '../../../contract/index.ts';
import { momentWords, timeLeft } from '../../words/dates.ts';
import { areaWords, attentionTo, problemWords } from '../../words/grants.ts';
import { counted, type Forms } from '../../words/plural.ts';

const GRANTS: Forms = { one: 'dostęp', few: 'dostępy', many: 'dostępów', other: 'dostępu' };
export const grantsCounted = (n: number): string => counted(n, GRANTS);

/** A service by its name; a domain is often called like the hosting that serves it. */
export const serviceWords = ({ name, kind }: GrantView['service']): string => (kind === 'domain' ? `domena ${name}` : name);

/** Whose access, to what: tells buttons in a list apart. */
export const aboutGrant = ({ grantee, spec }: GrantView): string => `${grantee.name}, ${areaWords(spec)}`;

function waitingWords({ invitation, spec }: GrantView): string {
  if (spec.kind === 'delegation') return 'Czeka na zgodę drugiego klienta.';
  if (invitation?.state === 'expired') return 'Zaproszenie wygasło. Wyślij nowe.';
  return invitation
    ? `Zaproszenie czeka na przyjęcie do ${momentWords(invitation.expiresAt)}.`
    : 'Zaproszenie jeszcze nie zostało wysłane.';
}

function movingWords({ state, host }: GrantView): string {
  if (!host.online) return 'Serwer nie odpowiada. Zmiana zapisana – zrobimy ją, gdy tylko wróci.';
  return state === 'revoking' ? 'Właśnie go odbieramy.' : 'Właśnie go ustawiamy.';
}

const endingWords = (notAfter: number, now: number) =>
  `Kończy się za: ${timeLeft(notAfter, now) ?? 'mniej niż minuta'}. Możesz zmienić datę.`;

/** Why a grant needs a look, in a sentence. */
export function reasonWords(grant: GrantView, now: number): string | null {
  const attention = attentionTo(grant, now);
  if (attention === 'problem') return problemWords(grant);
  if (attention === 'transition') return movingWords(grant);
  if (attention === 'waiting') return waitingWords(grant);
  return grant.notAfter === null || grant.state === 'ended' ? null : endingWords(grant.notAfter, now);
}

/** The same on a tag, which already says its state and its end. */
export function noteWords(grant: GrantView, now: number): string | null {
  const attention = attentionTo(grant, now);
  return attention === null || (attention === 'transition' && grant.host.online) ? null : reasonWords(grant, now);
}

/** How many are shown, said to those who do not see the list. */
export function foundWords(shown: number, more: boolean): string {
  if (shown === 0) return more ? 'Na razie nic nie pasuje, szukamy dalej.' : 'Nic nie pasuje.';
  return more ? `Pokazujemy pierwsze: ${grantsCounted(shown)}. Są następne.` : `Razem: ${grantsCounted(shown)}.`;
}
