import type { GrantView } from '../../../contract/index.ts';
import { exactMomentWords, momentWords } from '../../words/dates.ts';
import { isInTransition, isSuspended, problemWords } from '../../words/grants.ts';
import { roadOf } from '../../words/kinds/index.ts';

/** What a person should know about this grant right now, if anything, in one notice. */
export function GrantNews({ grant }: { grant: GrantView }) {
  const trouble = problemWords(grant);
  if (trouble && grant.state !== 'ended') return <Notice tone="danger">{trouble}</Notice>;
  if (isInTransition(grant) && !grant.host.online) return <Notice tone="attention">{offlineWords(grant)}</Notice>;
  if (grant.state === 'ended' && grant.cutAt !== null) return <Notice tone="ok">{proofWords(grant, grant.cutAt)}</Notice>;
  if (grant.state === 'requested') return <Notice tone="info">{waitingWords(grant)}</Notice>;
  if (isSuspended(grant)) {
    return (
      <Notice tone="attention">
        Ta osoba nie ma teraz wstępu do konta. Nic nie zginęło: gdy wznowisz dostęp, wejdzie jak wcześniej, bez nowego
        zaproszenia.
      </Notice>
    );
  }
  return null;
}

const Notice = ({ tone, children }: { tone: string; children: preact.ComponentChildren }) => (
  <div class="notice" data-tone={tone}>
    <p>{children}</p>
  </div>
);

/** Since when it is over, and how that is known. */
function proofWords({ spec }: GrantView, at: number): string {
  const since = exactMomentWords(at);
  switch (roadOf(spec)) {
    case 'server':
      return `Dowód: ${since} serwer odmawiał już logowania, a otwartych połączeń nie było. Potem sprawdził to jeszcze raz.`;
    case 'account':
      return `Od tej chwili nic już nie jest tym dostępem otwarte: ${since}.`;
    case 'vendor':
      return `Dowód: ${since} licencji tej osoby nie było już u dostawcy usługi. Można ją przydzielić komuś innemu.`;
  }
}

function offlineWords({ host, state }: GrantView): string {
  const since = host.lastSeenAt === null ? '' : ` Ostatni kontakt: ${momentWords(host.lastSeenAt)}.`;
  const then =
    state === 'revoking'
      ? 'Odbieranie jest zapisane i zacznie się, gdy tylko serwer wróci.'
      : 'Zmiana jest zapisana i zacznie działać, gdy tylko serwer wróci.';
  return `Serwer ${host.name} nie odpowiada.${since} ${then}`;
}

function waitingWords({ invitation, spec }: GrantView): string {
  if (spec.kind === 'delegation')
    return 'Drugi klient musi to jeszcze potwierdzić w swoim Panelu. Do tego czasu nic się nie zmienia.';
  if (!invitation) return 'Zaproszenie jest przygotowywane.';
  if (invitation.state === 'expired') return 'Zaproszenie wygasło, zanim ktoś je przyjął. Wyślij nowe.';
  const sent =
    invitation.sentAt === null ? 'Zaproszenie zaraz wyruszy.' : `Zaproszenie wysłane: ${momentWords(invitation.sentAt)}.`;
  return `${sent} Można je przyjąć do ${momentWords(invitation.expiresAt)}. Dostęp zacznie działać zaraz potem.`;
}
