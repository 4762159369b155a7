import { useState } from 'preact/hooks';
import { signIn } from '../../api/session.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { startTying } from '../parts/typography.ts';
import { GateDialogs } from '../session/GateDialogs.tsx';
import { PasswordForm } from '../session/PasswordForm.tsx';
import { AcceptCession } from './AcceptCession.tsx';
import { declineCession } from './acts.ts';
import { deadCession } from './dead-cession.ts';
import { OfferFacts } from './OfferFacts.tsx';
import { OneCession } from './OneCession.tsx';
import { useTakeOver } from './use-take-over.ts';

startTying();

const Declined = () => (
  <div class="notice" data-tone="ok" role="status">
    <h2>Odmowa zapisana</h2>
    <p>Nic się nie zmieniło. Druga strona dostanie wiadomość. Możesz zamknąć tę stronę.</p>
  </div>
);

const DECLINE = {
  first: 'Nie przejmuję',
  title: 'Odmówić przejęcia?',
  what: 'Cesja się skończy, a ten link przestanie działać. Abonent pozostanie bez zmian.',
  last: 'Odmów teraz',
};

/** The data were given already; to go on, the person who gave them signs in. */
function SignInAgain({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const enter = async (email: string, password: string) => {
    const result = await signIn(email, password);
    if (result.ok) await onSignedIn();
    return result;
  };
  return (
    <>
      <h2>Zaloguj się, aby prowadzić cesję dalej</h2>
      <p>Dane nowego abonenta już mamy. Dalej prowadzi cesję osoba, która je podała – po zalogowaniu.</p>
      <PasswordForm email="" actWord="Zaloguj się" onSend={enter} />
    </>
  );
}

function Page() {
  const { token, offer, view, setView, failed, lost, look, refresh } = useTakeOver();
  const [declined, setDeclined] = useState(false);
  if (declined) return <Declined />;
  if (view) return <OneCession view={view} lost={lost} onChanged={setView} onStale={refresh} />;
  const dead = failed && deadCession(failed.code);
  if (dead)
    return (
      <div class="notice" data-tone="attention" role="alert">
        <h2>{dead.title}</h2>
        <p>{dead.advice}</p>
      </div>
    );
  if (failed) return <Refusal failed={failed} onRetry={look} />;
  if (!offer || !token) return <Skeleton lines={1} />;
  const open = offer.state === 'offered';
  return (
    <>
      <OfferFacts offer={offer} />
      {open ? (
        <AcceptCession token={token} offer={offer} onAccepted={setView} onLook={look} />
      ) : (
        <SignInAgain onSignedIn={look} />
      )}
      {open ? (
        <div class="acts">
          <ConfirmAct words={DECLINE} leave="Wróć" danger act={() => declineCession(token)} onDone={() => setDeclined(true)} />
        </div>
      ) : null}
    </>
  );
}

/** The taker's page: what is offered and by whom, the new subscriber's data, the summary, and the confirmation. */
export default function TakeOver() {
  return (
    <>
      <Page />
      <GateDialogs />
    </>
  );
}
