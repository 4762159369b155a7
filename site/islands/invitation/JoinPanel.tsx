import type { SessionView } from '../../../contract/index.ts';
import { homeOf, signIn } from '../../api/session.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useFreshSession } from '../parts/use-session.ts';
import { PasswordForm } from '../session/PasswordForm.tsx';
import { JoinAnew } from './JoinAnew.tsx';
import { joinWay, someoneElse } from './join.ts';
import { type JoinProps, useJoin } from './use-join.ts';

function Joined({ session, account }: { session: SessionView | null; account: string }) {
  return (
    <div class="notice" data-tone="ok" role="status">
      <h2>Zaproszenie przyjęte</h2>
      <p>Od teraz wchodzisz na konto własnym logowaniem. Konto: {account}.</p>
      <p class="acts">
        {session ? (
          <a class="button" href={homeOf(session)}>
            Przejdź do konta
          </a>
        ) : (
          <a class="button" href="/logowanie/">
            Zaloguj się
          </a>
        )}
      </p>
    </div>
  );
}

/** One more account for somebody who can sign in already: proved by that very sign-in. */
function JoinSignedIn(props: JoinProps & { session: SessionView | null }) {
  const { panel, session } = props;
  const { busy, failed, join } = useJoin(props);
  const other = someoneElse(panel, session);
  if (joinWay(panel, session) === 'at-once')
    return (
      <>
        <h2>Przyjmij zaproszenie</h2>
        <p>Trwa sesja: {panel.email}. To konto dojdzie do Twojego logowania – hasło zostaje to samo.</p>
        <Refusal failed={failed} onRetry={() => join(null)} />
        <p class="acts">
          <Act busy={busy} onAct={() => join(null)}>
            Przyjmij i wejdź na konto
          </Act>
        </p>
      </>
    );
  const enter = async (_: string, password: string) => {
    const result = await signIn(panel.email, password);
    return result.ok ? join(null) : result;
  };
  return (
    <>
      <h2>Zaloguj się i przyjmij zaproszenie</h2>
      {other ? (
        <div class="notice" data-tone="attention">
          <p>
            Teraz jest tu zalogowany ktoś inny: {other}. Zaproszenie jest na adres: {panel.email}. Po zalogowaniu tamta sesja się
            skończy.
          </p>
        </div>
      ) : (
        <p>Masz już logowanie na adres: {panel.email}. Wpisz jego hasło – nowego nie potrzebujesz.</p>
      )}
      <PasswordForm email={null} actWord="Zaloguj się i przyjmij" onSend={enter} />
    </>
  );
}

/** Becoming a panel user: as the person of the address, and nobody else. */
export function JoinPanel(props: JoinProps) {
  const { session, looked } = useFreshSession();
  const { invitation, panel } = props;
  if (invitation.state === 'used') return <Joined session={session} account={invitation.giver.account} />;
  if (!panel.hasSignIn) return <JoinAnew {...props} />;
  return looked ? <JoinSignedIn {...props} session={session} /> : <Skeleton lines={1} />;
}
