import type { GrantView } from '../../../contract/index.ts';
import { momentWords, timeLeft } from '../../words/dates.ts';
import { attentionTo, problemWords } from '../../words/grants.ts';
import { GrantTag } from '../parts/KeyTag.tsx';

/** Why this tag hangs on top, in a sentence. */
export function attentionWords(grant: GrantView, now: number): string | null {
  const attention = attentionTo(grant, now);
  if (attention === 'problem') return problemWords(grant);
  if (attention === 'waiting') return waitingWords(grant);
  if (attention === 'ending' && grant.notAfter !== null)
    return `Kończy się niedługo – zostało: ${timeLeft(grant.notAfter, now) ?? 'mniej niż minuta'}. Możesz zmienić datę.`;
  if (attention === 'transition' && !grant.host.online)
    return 'Serwer nie odpowiada. Zmiana zapisana – zrobimy ją, gdy tylko wróci.';
  return null;
}

function waitingWords({ invitation, spec }: GrantView): string {
  if (spec.kind === 'delegation') return 'Czeka na zgodę drugiego klienta.';
  if (invitation?.state === 'expired') return 'Zaproszenie wygasło. Otwórz szczegóły i wyślij nowe.';
  return invitation
    ? `Zaproszenie czeka na przyjęcie do ${momentWords(invitation.expiresAt)}.`
    : 'Zaproszenie jeszcze nie zostało wysłane.';
}

export function GrantItem({ grant, now }: { grant: GrantView; now: number }) {
  const words = attentionWords(grant, now);
  return (
    <GrantTag grant={grant} now={now}>
      {words ? <p class="tag-note">{words}</p> : null}
      <p class="tag-acts">
        <a href={`/panel/dostep/?id=${encodeURIComponent(grant.id)}`} aria-label={`Szczegóły i odebranie: ${grant.grantee.name}`}>
          Szczegóły i odebranie
        </a>
      </p>
    </GrantTag>
  );
}
