import { useEffect, useState } from 'preact/hooks';
import type { SessionView } from '../../../contract/index.ts';
import { chooseAccount, homeOf, knownSession, refreshSession, signOut, watchSession } from '../../api/session.ts';
import { Act } from '../parts/Act.tsx';
import { startTying } from '../parts/typography.ts';
import { GateDialogs } from './GateDialogs.tsx';

startTying();

const STAFF_WORDS = { support: 'BOK', operator: 'operator' } as const;

/** Another tab may have switched the account or signed in somebody else: what this page shows is then not theirs. */
async function reloadWhenChanged(): Promise<void> {
  const before = knownSession();
  const now = await refreshSession();
  if (before && now.ok && (now.value.account?.id !== before.account?.id || now.value.user.id !== before.user.id))
    location.reload();
}

function AccountSwitch({ session }: { session: SessionView }) {
  if (session.accounts.length < 2) return <span>{session.account?.name}</span>;
  const change = async (accountId: string) => {
    const result = await chooseAccount(accountId);
    if (result.ok) location.assign(homeOf(result.value));
  };
  return (
    <label class="account-switch">
      <span class="visually-hidden">Konto</span>
      <select value={session.account?.id} onChange={(event) => change(event.currentTarget.value)}>
        {session.accounts.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name} ({one.clientNumber})
          </option>
        ))}
      </select>
    </label>
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

/** Who is signed in, on which account; and the dialogs that any request of the page may need. */
export default function SessionBar() {
  const [session, setSession] = useState<SessionView | null>(knownSession);
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    const unwatch = watchSession(setSession);
    void refreshSession().then(() => setLooked(true));
    addEventListener('focus', reloadWhenChanged);
    return () => {
      unwatch();
      removeEventListener('focus', reloadWhenChanged);
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
