import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelUserView } from '../../../contract/index.ts';
import { homeOf, refreshSession } from '../../api/session.ts';
import { News, useNews } from '../assets/News.tsx';
import { Lost } from '../assets/parts.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useNow } from '../parts/use-now.ts';
import { startingUserForm } from './form.ts';
import { InviteUser } from './InviteUser.tsx';
import { type UserDone, UserItem } from './UserItem.tsx';
import { UserNews } from './UserNews.tsx';
import { useUsers } from './use-users.ts';
import { arranged } from './user-words.ts';

/** Whoever left the account goes where they belong now. */
async function leave(): Promise<void> {
  const session = await refreshSession();
  location.assign(session.ok ? homeOf(session.value) : '/');
}

function Invite({
  open,
  onOpen,
  onInvited,
}: {
  open: boolean;
  onOpen: (open: boolean) => void;
  onInvited: (name: string, email: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [open]);
  return (
    <>
      <p class="acts">
        <button type="button" class={open ? 'button button-quiet' : 'button'} aria-expanded={open} onClick={() => onOpen(!open)}>
          {open ? 'Zamknij formularz' : 'Zaproś użytkownika'}
        </button>
      </p>
      {open ? (
        <div ref={place} class="asset-new">
          <InviteUser
            draftName="uzytkownik"
            start={startingUserForm()}
            why={null}
            onInvited={({ grantee }) => onInvited(grantee.name, grantee.email)}
          />
        </div>
      ) : null}
    </>
  );
}

/** Only one there: what others would be here for, and what mostly does without them. */
const Alone = () => (
  <div class="empty">
    <h2>Na to konto nie wchodzi nikt poza Tobą</h2>
    <p>
      Tu zobaczysz każdą osobę, która loguje się do Panelu: z jaką rolą i do kiedy. Do plików, baz i skrzynek nie trzeba tu nikogo
      wpuszczać – wystarczy mniejszy dostęp.
    </p>
    <p class="acts">
      <a class="button button-quiet" href="/kreator/informatyk/">
        Dobierz mniejszy dostęp
      </a>
    </p>
  </div>
);

/** „Użytkownicy Panelu”: who signs in to the account, as what and until when (R1–R3). */
export default function PanelUsers() {
  const { users, lost, show, refresh, failed, reload } = useUsers();
  const { news, tell } = useNews();
  const [inviting, setInviting] = useState(() => new URLSearchParams(location.search).has('nowy'));
  const now = useNow();
  if (!users) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  const me = users.find(({ you }) => you)?.role ?? 'user';
  const done = (user: PanelUserView) => async (what: UserDone, fresh?: readonly PanelUserView[]) => {
    if (what === 'removed' && user.you) return leave();
    if (fresh) show(fresh);
    else await refresh();
    tell(<UserNews done={what} user={user} />);
  };
  const invited = async (name: string, email: string) => {
    setInviting(false);
    await refresh();
    tell(<UserNews done="invited" user={{ name, email, seats: 0, state: 'invited' }} />);
  };
  return (
    <>
      <News news={news} />
      <Lost lost={lost} />
      <Invite open={inviting} onOpen={setInviting} onInvited={invited} />
      {users.length === 1 && users[0]?.you ? <Alone /> : null}
      <section>
        <h2>Kto wchodzi na to konto</h2>
        <ul class="tags rail">
          {arranged(users).map((user) => (
            <li key={user.grantId ?? user.userId}>
              <UserItem user={user} me={me} now={now} onDone={done(user)} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
