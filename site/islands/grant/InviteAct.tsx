import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { wordsOf } from '../../words/kinds/index.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { inviteAgain } from './acts.ts';

const AGAIN = {
  first: 'Wyślij zaproszenie ponownie',
  title: 'Wysłać zaproszenie jeszcze raz?',
  what: 'Poprzedni link przestanie działać. Nowy będzie ważny 7 dni.',
  last: 'Wyślij zaproszenie',
};
const PASSWORD = { first: 'Nowe hasło dla tej osoby', title: 'Wysłać link do zmiany hasła?', last: 'Wyślij link' };

interface InviteActProps {
  grant: GrantView;
  /** Said only to screen readers, so that buttons in a list are told apart. */
  about?: string;
  onChanged: (grant: GrantView) => void;
}

/** A fresh link for the grantee: the invitation once more, or a way to a new password. */
export function InviteAct({ grant, about, onChanged }: InviteActProps) {
  const [sent, setSent] = useState(false);
  const { email } = grant.grantee;
  if (!email) return null;
  const done = (changed: GrantView) => {
    setSent(true);
    onChanged(changed);
  };
  return (
    <>
      <ConfirmAct
        words={grant.state === 'requested' ? AGAIN : { ...PASSWORD, what: wordsOf(grant.spec).newSecret }}
        leave="Nie teraz"
        {...(about ? { about } : {})}
        act={() => inviteAgain(grant)}
        onDone={done}
      >
        <p>Adres: {email}</p>
      </ConfirmAct>
      <span role="status">{sent ? `Wysłano na adres: ${email}.` : ''}</span>
    </>
  );
}
