import type { GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { wordsOf } from '../../words/kinds/index.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';

const INVITED = {
  first: 'Wycofaj zaproszenie',
  title: 'Wycofać zaproszenie?',
  what: 'Link z zaproszenia przestanie działać. Nikt jeszcze nie miał dostępu.',
  last: 'Wycofaj teraz',
};
const LIVE = { first: 'Odbierz dostęp', title: 'Odebrać dostęp?', last: 'Odbierz teraz' };

/** Taking back what was given, or the invitation to it. */
export function RevokeAct({ grant, onChanged }: { grant: GrantView; onChanged: (grant: GrantView) => void }) {
  const invited = grant.state === 'requested';
  const live = { ...LIVE, what: `${wordsOf(grant.spec).cut} Tego nie cofniesz, ale możesz nadać nowy dostęp.` };
  const revoke = () => {
    const act = actOf(`odbierz:${grant.id}`, null, sessionStorage);
    return call((options) => api.grants[':grantId'].revocation.$post({ param: { grantId: grant.id } }, options), { act });
  };
  return (
    <ConfirmAct
      words={invited ? INVITED : live}
      leave={invited ? 'Zostaw zaproszenie' : 'Zostaw dostęp'}
      danger
      act={revoke}
      onDone={onChanged}
    >
      <p>Osoba: {grant.grantee.name}.</p>
    </ConfirmAct>
  );
}
