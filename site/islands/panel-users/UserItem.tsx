import type { PanelUserView, Role } from '../../../contract/index.ts';
import { untilWords } from '../../words/dates.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import { RestAct } from '../grant/RestAct.tsx';
import { ChangeUser } from './ChangeUser.tsx';
import { InviteAgain } from './InviteAgain.tsx';
import { MemberRole } from './MemberRole.tsx';
import { RemoveUser } from './RemoveUser.tsx';
import { actsOn, seatsWords, type UserAct, userState } from './user-words.ts';

/** What was just done to a person, for the notice above the list. */
export type UserDone = 'invited' | 'sent' | 'changed' | 'suspended' | 'resumed' | 'removed';

interface UserItemProps {
  user: PanelUserView;
  /** The role of the one who looks. */
  me: Role;
  now: number;
  /** `users` is the list where the answer brought it. */
  onDone: (done: UserDone, users?: readonly PanelUserView[]) => void;
}

function Facts({ user, now }: Pick<UserItemProps, 'user' | 'now'>) {
  return (
    <dl class="tag-facts">
      <div>
        <dt>Rola</dt>
        <dd>{ROLE_WORDS[user.role]}</dd>
      </div>
      <div>
        <dt>Do kiedy</dt>
        <dd>{untilWords(user.notAfter, now)}</dd>
      </div>
      <div>
        <dt>Licencje</dt>
        <dd>{seatsWords(user.seats)}</dd>
      </div>
    </dl>
  );
}

function Acts({ user, acts, onDone }: Pick<UserItemProps, 'user' | 'onDone'> & { acts: readonly UserAct[] }) {
  const { grantId, userId, name, email, state } = user;
  const changed = () => onDone('changed');
  const has = (act: UserAct) => acts.includes(act);
  return (
    <div class="tag-acts">
      {has('role') && grantId ? (
        <ChangeUser grantId={grantId} what="role" word="Zmień rolę" about={name} onChanged={changed} />
      ) : null}
      {has('role') && !grantId && userId ? (
        <MemberRole userId={userId} user={user} onChanged={(users) => onDone('changed', users)} />
      ) : null}
      {has('end') && grantId ? (
        <ChangeUser grantId={grantId} what="end" word="Zmień datę końca" about={name} onChanged={changed} />
      ) : null}
      {has('invite') && grantId ? (
        <InviteAgain grantId={grantId} name={name} email={email} onSent={() => onDone('sent')} />
      ) : null}
      {has('rest') && grantId ? (
        <RestAct
          // Each state has its own act, and its own words while it is asked about.
          key={state}
          grant={{ id: grantId, grantee: { name, email }, suspendedAt: state === 'suspended' ? 1 : null }}
          about={name}
          onDone={(grant) => onDone(grant.suspendedAt === null ? 'resumed' : 'suspended')}
        />
      ) : null}
      {has('remove') ? <RemoveUser user={user} onRemoved={() => onDone('removed')} /> : null}
    </div>
  );
}

/** One person who signs in to the account: as what, until when, and what can be done about it. */
export function UserItem({ user, me, now, onDone }: UserItemProps) {
  const { word, look } = userState(user);
  const { acts, why } = actsOn(user, me);
  return (
    <article class="tag" data-state={look}>
      <h3 class="tag-who">
        {user.name}
        {user.you ? ' (to Ty)' : ''}
        <small>{user.email}</small>
      </h3>
      <Facts user={user} now={now} />
      <span class="state" data-state={look}>
        {word}
      </span>
      {why ? <p class="tag-note">{why}</p> : null}
      {user.grantId ? (
        <p class="tag-note">
          <a href={`/panel/dostep/?id=${encodeURIComponent(user.grantId)}`}>
            Szczegóły i historia<span class="visually-hidden">: {user.name}</span>
          </a>
        </p>
      ) : null}
      <Acts user={user} acts={acts} onDone={onDone} />
    </article>
  );
}
