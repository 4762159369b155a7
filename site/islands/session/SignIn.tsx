import { useEffect, useState } from 'preact/hooks';
import type { SessionView } from '../../../contract/index.ts';
import { homeOf, refreshSession, safeReturn, signIn } from '../../api/session.ts';
import { startTying } from '../parts/typography.ts';
import { PasswordForm } from './PasswordForm.tsx';

startTying();

const goOn = (session: SessionView) =>
  location.replace(safeReturn(new URLSearchParams(location.search).get('dalej'), location.origin) ?? homeOf(session));

/** The sign-in page: afterwards back to where one was going, or to the role's own beginning. */
export default function SignIn() {
  const [session, setSession] = useState<SessionView | null>(null);
  useEffect(() => {
    void refreshSession().then((result) => result.ok && setSession(result.value));
  }, []);
  const enter = async (email: string, password: string) => {
    const result = await signIn(email, password);
    if (result.ok) goOn(result.session);
    return result;
  };
  return (
    <>
      {session ? (
        <div class="notice" data-tone="info">
          <p>
            Trwa sesja: {session.user.name} ({session.user.email}).
          </p>
          <p class="acts">
            <button type="button" class="button button-quiet" onClick={() => goOn(session)}>
              Przejdź dalej
            </button>
          </p>
        </div>
      ) : null}
      <PasswordForm email="" actWord="Zaloguj się" onSend={enter} />
    </>
  );
}
