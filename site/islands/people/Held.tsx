import type { GrantView } from '../../../contract/index.ts';
import { areaWords } from '../../words/grants.ts';
import { ChangeAct } from '../grant/ChangeAct.tsx';
import { RevokeAct } from '../grant/RevokeAct.tsx';
import { noteWords } from '../list/list-words.ts';
import { GrantTag } from '../parts/KeyTag.tsx';
import { overlapping } from './overlap.ts';
import { aboutArea, byService, isTakeable, originWords } from './people-words.ts';

/** Another way to the same thing stays when this one is taken back. */
function Overlap({ others }: { others: readonly GrantView[] }) {
  if (others.length === 0) return null;
  return (
    <p class="tag-note overlap">
      To samo otwiera ta osoba także osobno: {others.map(({ spec }) => areaWords(spec)).join(', ')}. Odebranie jednego dostępu nie
      kończy drugiego.
    </p>
  );
}

interface HoldingProps {
  grant: GrantView;
  all: readonly GrantView[];
  now: number;
  onChanged: (grant: GrantView) => void;
}

/** One thing that the person holds: what, as whom, until when, how it came about, and what can be done. */
function Holding({ grant, all, now, onChanged }: HoldingProps) {
  const note = noteWords(grant, now);
  const about = aboutArea(grant);
  return (
    <GrantTag grant={grant} now={now} byArea>
      {note ? <p class="tag-note">{note}</p> : null}
      <p class="tag-note">{originWords(grant)}</p>
      {grant.why ? <p class="tag-note">Dlaczego taki: {grant.why.sentence}</p> : null}
      <Overlap others={overlapping(grant, all)} />
      <div class="tag-acts">
        {isTakeable(grant) ? (
          <>
            <ChangeAct grant={grant} about={about} onChanged={onChanged} />
            <RevokeAct grant={grant} about={about} onChanged={onChanged} />
          </>
        ) : null}
        <a href={`/panel/dostep/?id=${encodeURIComponent(grant.id)}`}>
          Szczegóły i historia<span class="visually-hidden">: {about}</span>
        </a>
      </div>
    </GrantTag>
  );
}

type HeldProps = Omit<HoldingProps, 'grant' | 'all'> & { grants: readonly GrantView[] };

/** Everything the person holds, by service. */
export const Held = ({ grants, ...rest }: HeldProps) => (
  <div class="rail">
    {byService(grants).map(({ key, title, grants: here }) => (
      <section key={key}>
        <h2>{title}</h2>
        <ul class="tags">
          {here.map((grant) => (
            <li key={grant.id}>
              <Holding grant={grant} all={grants} {...rest} />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);
