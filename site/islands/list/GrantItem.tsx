import type { GrantView } from '../../../contract/index.ts';
import { GrantTag } from '../parts/KeyTag.tsx';
import { aboutGrant, noteWords } from './list-words.ts';

interface GrantItemProps {
  grant: GrantView;
  now: number;
  /** Named by what it opens, below a heading that says whose it is. */
  byArea: boolean;
  picked: boolean;
  /** Null where nothing can be done with several at once. */
  onPick: ((picked: boolean) => void) | null;
}

export function GrantItem({ grant, now, byArea, picked, onPick }: GrantItemProps) {
  const words = noteWords(grant, now);
  return (
    <GrantTag grant={grant} now={now} byArea={byArea}>
      {words ? <p class="tag-note">{words}</p> : null}
      {grant.fromEarlierOwner ? <p class="tag-note">Nadany przez poprzedniego abonenta.</p> : null}
      <p class="tag-acts">
        <a href={`/panel/dostep/?id=${encodeURIComponent(grant.id)}`} aria-label={`Szczegóły i odebranie: ${aboutGrant(grant)}`}>
          Szczegóły i odebranie
        </a>
        {onPick ? (
          <label class="pick">
            <input type="checkbox" checked={picked} onChange={(event) => onPick(event.currentTarget.checked)} />
            <span>
              Zaznacz<span class="visually-hidden">: {aboutGrant(grant)}</span>
            </span>
          </label>
        ) : null}
      </p>
    </GrantTag>
  );
}
