import type { GrantView } from '../../../contract/index.ts';
import { exactMomentWords, momentWords } from '../../words/dates.ts';
import { isInTransition, PROBLEM_WORDS } from '../../words/grants.ts';

/** What a person should know about this grant right now, if anything, in one notice. */
export function GrantNews({ grant }: { grant: GrantView }) {
  if (grant.problem && grant.state !== 'ended') return <Notice tone="danger">{PROBLEM_WORDS[grant.problem]}</Notice>;
  if (isInTransition(grant) && !grant.host.online) return <Notice tone="attention">{offlineWords(grant)}</Notice>;
  if (grant.state === 'ended' && grant.cutAt !== null) {
    return (
      <Notice tone="ok">
        Dowód: {exactMomentWords(grant.cutAt)} serwer odmawiał już logowania, a otwartych połączeń nie było. Potem sprawdził to
        jeszcze raz.
      </Notice>
    );
  }
  if (grant.state === 'requested') return <Notice tone="info">{waitingWords(grant)}</Notice>;
  return null;
}

const Notice = ({ tone, children }: { tone: string; children: preact.ComponentChildren }) => (
  <div class="notice" data-tone={tone}>
    <p>{children}</p>
  </div>
);

function offlineWords({ host, state }: GrantView): string {
  const since = host.lastSeenAt === null ? '' : ` Ostatni kontakt: ${momentWords(host.lastSeenAt)}.`;
  const then =
    state === 'revoking'
      ? 'Odbieranie jest zapisane i zacznie się, gdy tylko serwer wróci.'
      : 'Zmiana jest zapisana i zacznie działać, gdy tylko serwer wróci.';
  return `Serwer ${host.name} nie odpowiada.${since} ${then}`;
}

function waitingWords({ invitation }: GrantView): string {
  if (!invitation) return 'Zaproszenie jest przygotowywane.';
  if (invitation.state === 'expired') return 'Zaproszenie wygasło, zanim ktoś je przyjął. Wyślij nowe.';
  const sent =
    invitation.sentAt === null ? 'Zaproszenie zaraz wyruszy.' : `Zaproszenie wysłane: ${momentWords(invitation.sentAt)}.`;
  return `${sent} Można je przyjąć do ${momentWords(invitation.expiresAt)}. Dostęp zacznie działać zaraz potem.`;
}
