import { useEffect, useState } from 'preact/hooks';
import type { Credential, InvitationView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { type Failure, failure } from '../../api/result.ts';
import { isInTransition } from '../../words/grants.ts';
import { later } from '../parts/later.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { startTying } from '../parts/typography.ts';
import { useLive } from '../parts/use-live.ts';
import { useNow } from '../parts/use-now.ts';
import { Claim } from './Claim.tsx';
import { deadEnd } from './dead.ts';
import { Offer } from './Offer.tsx';
import { RefuseAct } from './RefuseAct.tsx';
import { Taken } from './Taken.tsx';
import { takeToken } from './token.ts';

startTying();

const JoinPanel = later(() => import('./JoinPanel.tsx').then((module) => module.JoinPanel));

const BY_KEY = 'klucznik:klucz';
const lookUp = (token: string) => call((options) => api.invitations.lookup.$post({ json: { token } }, options), { quiet: true });

/** The invitation behind the token in the address, looked up again and again but never used up by looking. */
function useInvitation() {
  const [token, setToken] = useState(() => takeToken());
  const [invitation, setInvitation] = useState<InvitationView | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [refused, setRefused] = useState(false);
  const look = async () => {
    if (refused) return; // There is nothing behind it any more.
    if (!token) return setFailed(failure('invitation-invalid'));
    const result = await lookUp(token);
    if (result.ok) setInvitation(result.value);
    // What is known stays while the connection is away; a dead invitation is shown as dead.
    if (result.ok || !invitation || !result.retryable) setFailed(result.ok ? null : result);
  };
  useEffect(() => {
    void look();
  }, [token]);
  useEffect(() => {
    const onHash = () => setToken(takeToken());
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  useLive(invitation?.state === 'used' && isInTransition(invitation.grant), look);
  return { token, invitation, setInvitation, failed, setFailed, refused, setRefused, look };
}

function Dead({ failed, onRetry }: { failed: Failure; onRetry: () => void }) {
  const end = deadEnd(failed.code);
  if (!end) return <Refusal failed={failed} onRetry={onRetry} />;
  return (
    <div class="notice" data-tone="attention" role="alert">
      <h2>{end.title}</h2>
      <p>{end.advice}</p>
    </div>
  );
}

const Refused = () => (
  <div class="notice" data-tone="ok" role="status">
    <h2>Zrobione</h2>
    <p>Osoba, która wysłała zaproszenie, widzi to na swojej liście. Możesz zamknąć tę stronę.</p>
  </div>
);

/** The grantee's page: the offer, the deliberate act, and then everything needed to connect. */
export default function Invitation() {
  const { token, invitation, setInvitation, failed, setFailed, refused, setRefused, look } = useInvitation();
  const [keyOnly, setKeyOnly] = useState(() => sessionStorage.getItem(BY_KEY) === 'tak');
  const [password, setPassword] = useState<string | null>(null);
  const now = useNow();
  if (refused) return <Refused />;
  if (failed) return <Dead failed={failed} onRetry={look} />;
  if (!invitation || !token) return <Skeleton lines={1} />;
  const claimed = (next: InvitationView, secret: Credential) => {
    const byKey = secret.type === 'public-key';
    // One that was made here is kept in sight until the page is left, and nowhere else.
    if (secret.type === 'password' && next.grant.spec.kind === 'database') setPassword(secret.password);
    sessionStorage.setItem(BY_KEY, byKey ? 'tak' : 'nie');
    setKeyOnly(byKey);
    setInvitation(next);
  };
  const over = invitation.grant.state === 'ended' || invitation.grant.state === 'revoking';
  const panel = over ? null : invitation.panel;
  const refuse = <RefuseAct token={token} invitation={invitation} onRefused={() => setRefused(true)} />;
  if (panel)
    return (
      <>
        <Offer invitation={invitation} now={now} />
        <JoinPanel token={token} invitation={invitation} panel={panel} onJoined={setInvitation} onDead={setFailed} />
        <p class="acts">{refuse}</p>
      </>
    );
  return (
    <>
      <Offer invitation={invitation} now={now} />
      {invitation.state === 'used' || over ? (
        <Taken invitation={invitation} keyOnly={keyOnly} password={password} />
      ) : (
        <Claim token={token} invitation={invitation} onClaimed={claimed} onDead={setFailed} />
      )}
      {over ? null : <p class="acts">{refuse}</p>}
    </>
  );
}
