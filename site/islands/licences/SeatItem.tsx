import type { GrantView } from '../../../contract/index.ts';
import { problemWords } from '../../words/grants.ts';
import { ChangeAct } from '../grant/ChangeAct.tsx';
import { RevokeAct } from '../grant/RevokeAct.tsx';
import { GrantTag } from '../parts/KeyTag.tsx';
import { MoveSeat } from './MoveSeat.tsx';

/** What was just done to a seat, for the notice above the list. */
export type SeatDone = 'assigned' | 'changed' | 'moved' | 'withdrawn';

interface SeatItemProps {
  seat: GrantView;
  /** False for those whom the page of one access is closed to. */
  linked: boolean;
  now: number;
  onDone: (done: SeatDone, seat: GrantView) => void;
}

const WAITING = 'Dostawca usługi właśnie to wprowadza. Nie musisz nic robić – ta strona odświeży się sama.';

/** One person's licence: as what, until when, and what can be done about it. */
export function SeatItem({ seat, linked, now, onDone }: SeatItemProps) {
  const { id, state, grantee } = seat;
  const live = state === 'pending' || state === 'active';
  const note = problemWords(seat) ?? (state === 'pending' || state === 'revoking' ? WAITING : null);
  return (
    <GrantTag grant={seat} now={now}>
      {note ? <p class="tag-note">{note}</p> : null}
      {linked ? (
        <p class="tag-note">
          <a href={`/panel/dostep/?id=${encodeURIComponent(id)}`}>
            Szczegóły i historia<span class="visually-hidden">: {grantee.name}</span>
          </a>
        </p>
      ) : null}
      {live ? (
        <div class="tag-acts">
          <ChangeAct grant={seat} about={grantee.name} onChanged={(after) => onDone('changed', after)} />
          <MoveSeat seat={seat} onMoved={(after) => onDone('moved', after)} />
          <RevokeAct grant={seat} about={grantee.name} onChanged={(after) => onDone('withdrawn', after)} />
        </div>
      ) : null}
    </GrantTag>
  );
}
