import type { InvitationView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { wordsOf } from '../../words/kinds/index.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';

const DECLINE = {
  first: 'Nie chcę tego dostępu',
  title: 'Odmówić przyjęcia dostępu?',
  what: 'Zaproszenie przestanie działać. Osoba, która je wysłała, zobaczy, że go nie przyjmujesz.',
  last: 'Odmów przyjęcia',
};
const GIVE_BACK = { first: 'Oddaj dostęp', title: 'Oddać dostęp?', last: 'Oddaj teraz' };

interface RefuseActProps {
  token: string;
  invitation: InvitationView;
  onRefused: () => void;
}

/** Declining, or handing back what is no longer needed. */
export function RefuseAct({ token, invitation, onRefused }: RefuseActProps) {
  const has = invitation.state === 'used' || invitation.purpose === 'credential';
  const { gaveBack } = wordsOf(invitation.grant.spec);
  const refuse = () => {
    const json = { token };
    return call((options) => api.invitations.refusal.$post({ json }, options), { act: actOf('oddaj', json) });
  };
  return (
    <ConfirmAct
      words={has ? { ...GIVE_BACK, what: `${gaveBack} Żeby wrócić, trzeba nowego zaproszenia.` } : DECLINE}
      leave={has ? 'Zostaw dostęp' : 'Wróć do zaproszenia'}
      danger
      act={refuse}
      onDone={onRefused}
    />
  );
}
