import type { GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';

const WORDS = {
  first: 'Wyślij ponownie',
  title: 'Wysłać zaproszenie jeszcze raz?',
  what: 'Poprzedni link przestanie działać. Nowy będzie ważny 7 dni.',
  last: 'Wyślij zaproszenie',
};

interface InviteAgainProps {
  grantId: string;
  name: string;
  email: string;
  onSent: (grant: GrantView) => void;
}

/** A fresh link to somebody who has not come yet. */
export function InviteAgain({ grantId, name, email, onSent }: InviteAgainProps) {
  const send = () => {
    const act = actOf(`zaproszenie:${grantId}`, null);
    return call((options) => api.grants[':grantId'].invitation.$post({ param: { grantId } }, options), { act });
  };
  return (
    <ConfirmAct words={WORDS} leave="Nie teraz" about={name} act={send} onDone={onSent}>
      <p>Adres: {email}</p>
    </ConfirmAct>
  );
}
