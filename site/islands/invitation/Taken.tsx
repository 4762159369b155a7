import type { InvitationView } from '../../../contract/index.ts';
import { END_WORDS, problemToYou } from '../../words/grants.ts';
import { ConnectionData } from '../parts/ConnectionData.tsx';
import { Copy } from '../parts/Copy.tsx';

const over = ({ endReason }: InvitationView['grant']) =>
  endReason ? `Ten dostęp już się skończył. Powód: ${END_WORDS[endReason]}.` : 'Ten dostęp już się skończył.';

/** What a person who has accepted should know now. */
function News({ grant }: { grant: InvitationView['grant'] }) {
  if (grant.state === 'ended' || grant.state === 'revoking')
    return <p>{over(grant)} Jeśli nadal jest potrzebny, poproś o nowy osobę, która go nadała.</p>;
  if (grant.problem) return <p>{problemToYou(grant.problem)}</p>;
  if (grant.state === 'active') return <p>Gotowe. Dostęp działa – połącz się danymi, które masz poniżej.</p>;
  if (!grant.hostOnline)
    return (
      <p>
        Serwer teraz nie odpowiada. Twoje hasło jest przyjęte – dostęp zacznie działać, gdy serwer wróci. Tę stronę możesz
        otworzyć później z tego samego linku.
      </p>
    );
  return (
    <p class="progress" role="status">
      Serwer ustawia dostęp…
    </p>
  );
}

const tone = ({ state, problem, hostOnline }: InvitationView['grant']) =>
  problem
    ? 'danger'
    : state === 'active'
      ? 'ok'
      : state === 'ended' || state === 'revoking' || !hostOnline
        ? 'attention'
        : 'info';

interface TakenProps {
  invitation: InvitationView;
  keyOnly: boolean;
  /** A password that was made on this page and has just been accepted with; null after a reload. */
  password: string | null;
}

/** The password while this page still has it, and the way to another once it is gone. */
const MadeHere = ({ password }: { password: string | null }) =>
  password ? (
    <div class="connection">
      <Copy name="Hasło" value={password} />
      <p class="hint">Hasło widać tu tylko do zamknięcia lub odświeżenia strony.</p>
    </div>
  ) : (
    <p class="hint">Hasła nie da się pokazać drugi raz. Jeśli zginęło, poproś o nowe osobę, która dała Ci dostęp.</p>
  );

/** After accepting: the live state, then everything that goes into a program. */
export function Taken({ invitation, keyOnly, password }: TakenProps) {
  const { grant, connection } = invitation;
  const usable = grant.state === 'active' || grant.state === 'pending';
  return (
    <>
      <div class="notice" data-tone={tone(grant)} aria-live="polite">
        <News grant={grant} />
      </div>
      {usable && grant.spec.kind === 'database' ? <MadeHere password={password} /> : null}
      {usable ? <ConnectionData connection={connection} keyOnly={keyOnly} /> : null}
    </>
  );
}
