import { useState } from 'preact/hooks';
import type { GrantView, Overview } from '../../../contract/index.ts';
import { isOnServer } from '../../words/kinds/index.ts';
import { ChangeAct } from '../grant/ChangeAct.tsx';
import { InviteAct } from '../grant/InviteAct.tsx';
import { Act } from '../parts/Act.tsx';
import { AreaName } from '../parts/AreaName.tsx';
import { StateWord } from '../parts/KeyTag.tsx';
import { aboutGrant, reasonWords } from './list-words.ts';

/** So many are shown before somebody asks for all: the list itself must not slip out of sight. */
const FIRST = 3;

/** Everything that needs a look, once, most urgent first. */
export function needsOf({ failing, moving, invited, ending }: Overview): GrantView[] {
  const needs = new Map<string, GrantView>();
  for (const grant of [...failing, ...moving, ...invited, ...ending]) if (!needs.has(grant.id)) needs.set(grant.id, grant);
  return [...needs.values()];
}

const isInvited = ({ state, spec }: GrantView) => state === 'requested' && (isOnServer(spec) || spec.kind === 'panel-user');

/** The one act that settles it. */
function Settle({ grant, onChanged }: { grant: GrantView; onChanged: (grant: GrantView) => void }) {
  const about = aboutGrant(grant);
  if (isInvited(grant)) return <InviteAct grant={grant} about={about} onChanged={onChanged} />;
  return grant.state === 'active' && grant.problem === null ? (
    <ChangeAct grant={grant} about={about} only="end" onChanged={onChanged} />
  ) : null;
}

interface NeedsProps {
  overview: Overview;
  now: number;
  onChanged: (grant: GrantView) => void;
}

/** What needs a look now, each with its reason and the act that settles it. */
export function Needs({ overview, now, onChanged }: NeedsProps) {
  const [all, setAll] = useState(false);
  const needs = needsOf(overview);
  if (needs.length === 0) return null;
  const rest = needs.length - FIRST;
  return (
    <section class="needs" aria-labelledby="needs">
      <h2 id="needs">Wymaga uwagi</h2>
      <ul class="rows">
        {(all ? needs : needs.slice(0, FIRST)).map((grant) => (
          <li key={grant.id} class="row">
            <p class="row-who">
              <a href={`/panel/osoba/?id=${encodeURIComponent(grant.personId)}`}>{grant.grantee.name}</a>{' '}
              <span>
                <AreaName spec={grant.spec} />
              </span>
            </p>
            <StateWord grant={grant} />
            <p class="row-note">{reasonWords(grant, now)}</p>
            <div class="tag-acts">
              <Settle grant={grant} onChanged={onChanged} />
              <a href={`/panel/dostep/?id=${encodeURIComponent(grant.id)}`}>
                Szczegóły<span class="visually-hidden">: {aboutGrant(grant)}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Act tone="quiet" onAct={() => setAll(!all)}>
          {all ? 'Pokaż tylko najpilniejsze' : `Pokaż pozostałe: ${rest}`}
        </Act>
      ) : null}
    </section>
  );
}
