import { useEffect, useState } from 'preact/hooks';
import { type GateAnswer, mindGate } from '../../api/gate.ts';
import { knownSession, signIn, stepUp } from '../../api/session.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { PasswordForm } from './PasswordForm.tsx';

interface Asked {
  what: 'signIn' | 'stepUp';
  answer: (answer: GateAnswer) => void;
}

/** The two dialogs that requests wait for: signing in again and proving the password, both over the page as it is. */
export function GateDialogs() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    const ask = (what: Asked['what']) => new Promise<GateAnswer>((answer) => setAsked({ what, answer }));
    mindGate({ signIn: () => ask('signIn'), stepUp: () => ask('stepUp') });
  }, []);
  if (!asked) return null;
  const finish = (answer: GateAnswer) => {
    setAsked(null);
    asked.answer(answer);
  };
  const cancel = () => finish('given-up');
  if (asked.what === 'stepUp') {
    const prove = async (_email: string, password: string) => {
      const result = await stepUp(password);
      if (result.ok) finish('passed');
      return result;
    };
    return (
      <Dialog title="Potwierdź, że to Ty" onClose={cancel}>
        <p>
          Przed ważną zmianą pytamy o hasło, żeby nikt inny nie zrobił jej przy Twoim komputerze. Zaraz potem dokończymy to, co
          zaczynasz.
        </p>
        <PasswordForm email={null} actWord="Potwierdź hasłem" onSend={prove} onCancel={cancel} />
      </Dialog>
    );
  }
  const enter = async (email: string, password: string) => {
    const result = await signIn(email, password);
    if (result.ok) finish(result.answer);
    return result;
  };
  return (
    <Dialog title="Zaloguj się" onClose={cancel}>
      <p>
        {knownSession()
          ? 'Sesja wygasła. To, co jest na stronie, zostało zachowane – po zalogowaniu dokończymy to, co zaczynasz.'
          : 'Ta strona jest dla zalogowanych.'}
      </p>
      <PasswordForm email={knownSession()?.user.email ?? ''} actWord="Zaloguj się" onSend={enter} onCancel={cancel} />
    </Dialog>
  );
}
