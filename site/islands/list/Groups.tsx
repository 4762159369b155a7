import type { GrantView } from '../../../contract/index.ts';
import type { Group, Order } from './arrange.ts';
import { grouped } from './arrange.ts';
import { GrantItem } from './GrantItem.tsx';
import type { Picked } from './use-picked.ts';

const personPage = (personId: string) => `/panel/osoba/?id=${encodeURIComponent(personId)}`;

/** Whose it is, leading to everything they hold and to the one act that takes it all back. */
function GroupHead({ group: { title, note, personId, grants } }: { group: Group }) {
  if (personId === null) return <h2>{title}</h2>;
  const live = grants.some(({ state }) => state !== 'ended' && state !== 'revoking');
  return (
    <div class="person-head">
      <h2>
        <a href={personPage(personId)}>{title}</a>
        {note ? <small>{note}</small> : null}
      </h2>
      {live ? (
        <a class="button button-quiet button-danger" href={`${personPage(personId)}&odbierz`}>
          <span>
            Odbierz wszystko<span class="visually-hidden">: {title}</span>
          </span>
        </a>
      ) : null}
    </div>
  );
}

const isExtendable = ({ state }: GrantView) => state !== 'ended' && state !== 'revoking';

interface GroupsProps {
  grants: readonly GrantView[];
  order: Order;
  now: number;
  picked: Picked;
}

/** The tags under their titles. */
export const Groups = ({ grants, order, now, picked }: GroupsProps) => (
  <>
    {grouped(grants, order).map((group) => (
      <section key={group.key}>
        <GroupHead group={group} />
        <ul class="tags">
          {group.grants.map((grant) => (
            <li key={grant.id}>
              <GrantItem
                grant={grant}
                now={now}
                byArea={order === 'person'}
                picked={picked.has(grant.id)}
                onPick={isExtendable(grant) ? (on) => picked.pick(grant, on) : null}
              />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);
