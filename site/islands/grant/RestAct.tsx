import type { GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';

const SUSPEND = {
  first: 'Zawieś',
  title: 'Zawiesić tę osobę?',
  what: 'Od razu straci wstęp do tego konta, także tam, gdzie jest zalogowana. Nic nie zginie: rola, licencje i dostępy do plików, baz i skrzynek zostają bez zmian. Wznowisz ją jednym przyciskiem, bez nowego zaproszenia.',
  last: 'Zawieś teraz',
};
const RESUME = {
  first: 'Wznów',
  title: 'Wpuścić tę osobę z powrotem?',
  what: 'Od razu wejdzie na konto tak jak wcześniej, z tą samą rolą i datą końca.',
  last: 'Wznów teraz',
};

interface RestActProps {
  grant: Pick<GrantView, 'id' | 'grantee' | 'suspendedAt'>;
  /** Said only to screen readers, so that buttons in a list are told apart. */
  about?: string;
  onDone: (grant: GrantView) => void;
}

/** Puts a panel user to rest, or wakes them. */
export function RestAct({ grant, about, onDone }: RestActProps) {
  const resting = grant.suspendedAt !== null;
  const param = { grantId: grant.id };
  const users = api['panel-users'][':grantId'];
  const perform = () => {
    const act = actOf(`${resting ? 'wznow' : 'zawies'}:${grant.id}`, grant.suspendedAt, sessionStorage);
    return resting
      ? call((options) => users.resumption.$post({ param }, options), { act })
      : call((options) => users.suspension.$post({ param }, options), { act });
  };
  return (
    <ConfirmAct
      words={resting ? RESUME : SUSPEND}
      leave="Zostaw bez zmian"
      act={perform}
      onDone={onDone}
      {...(about ? { about } : {})}
    >
      <p>Osoba: {grant.grantee.name}.</p>
    </ConfirmAct>
  );
}
