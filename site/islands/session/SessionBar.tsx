import { useEffect, useState } from 'preact/hooks';
import type { SessionView } from '../../../contract/index.ts';
import { chooseAccount, homeOf, knownSession, NO_ACCOUNT, refreshSession, signOut, watchSession } from '../../api/session.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { startTying } from '../parts/typography.ts';
import { useSend } from '../parts/use-send.ts';
import { GateDialogs } from './GateDialogs.tsx';
import { keepMenuShut } from './menu.ts';

startTying();

const STAFF_WORDS = { support: 'BOK', operator: 'operator' } as const;

/** Another tab may have switched the account or signed in somebody else, or a role may have changed: what this page shows is then not theirs. */
async function reloadWhenChanged(): Promise<void> {
  const before = knownSession();
  const now = await refreshSession();
  if (!before || !now.ok) return;
  const { account, user } = now.value;
  if (account?.id !== before.account?.id || account?.role !== before.account?.role || user.id !== before.user.id)
    location.reload();
}

/** Whoever gave their only account away may still look at what became of it. */
const isReceipt = ({ pathname, search }: Location) => pathname === '/panel/cesja/' && new URLSearchParams(search).has('id');

/** The frame offers only what the role may use (working.css); somebody without an account is told so on a page of its own. */
function fitFrame(session: SessionView): void {
  document.documentElement.dataset.role = session.staffRole ? 'staff' : (session.account?.role ?? 'none');
  const isLost = !session.account && !session.staffRole;
  const closed = location.pathname.startsWith('/panel/') && location.pathname !== NO_ACCOUNT && !isReceipt(location);
  if (isLost && closed) location.replace(NO_ACCOUNT);
}

type Account = SessionView['accounts'][number];
const accountWords = ({ name, clientNumber, role }: Account) => `${name} (${clientNumber}) – ${ROLE_WORDS[role]}`;

function AccountSwitch({ session }: { session: SessionView }) {
  const { busy, failed, send } = useSend();
  const { account, accounts } = session;
  if (account && accounts.length < 2) return <span>{`${account.name} – ${ROLE_WORDS[account.role]}`}</span>;
  if (accounts.length === 0) return null;
  const change = async (select: HTMLSelectElement) => {
    const result = await send(() => chooseAccount(select.value));
    if (result.ok) return location.assign(homeOf(result.value));
    // What is shown must be the account that requests act on.
    select.value = account?.id ?? '';
    await refreshSession();
  };
  return (
    <>
      <label class="account-switch">
        <span class="visually-hidden">Konto i Twoja rola na nim</span>
        <select value={account?.id ?? ''} disabled={busy} onChange={(event) => change(event.currentTarget)}>
          {account ? null : <option value="">Wybierz konto</option>}
          {accounts.map((one) => (
            <option key={one.id} value={one.id}>
              {accountWords(one)}
            </option>
          ))}
        </select>
      </label>
      <Refusal failed={failed} />
    </>
  );
}

function SignedIn({ session }: { session: SessionView }) {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const result = await signOut();
    if (result.ok) location.assign('/');
    setBusy(false);
  };
  return (
    <>
      <span class="account-who">
        {session.user.name}
        {session.staffRole ? ` – ${STAFF_WORDS[session.staffRole]}` : ''}
      </span>
      <AccountSwitch session={session} />
      <Act tone="quiet" busy={busy} onAct={leave}>
        Wyloguj się
      </Act>
    </>
  );
}

/** Who is signed in, on which account and as what; and the dialogs that any request of the page may need. */
export default function SessionBar() {
  const [session, setSession] = useState<SessionView | null>(knownSession);
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    const unwatch = watchSession((now) => {
      setSession(now);
      if (now) fitFrame(now);
    });
    void refreshSession().then(() => setLooked(true));
    addEventListener('focus', reloadWhenChanged);
    const unkeep = keepMenuShut();
    return () => {
      unwatch();
      removeEventListener('focus', reloadWhenChanged);
      unkeep();
    };
  }, []);
  const signInHref = `/logowanie/?dalej=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <>
      {session ? <SignedIn session={session} /> : looked ? <a href={signInHref}>Zaloguj się</a> : null}
      <GateDialogs />
    </>
  );
}
