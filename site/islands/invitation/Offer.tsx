import type { InvitationView } from '../../../contract/index.ts';
import { momentWords } from '../../words/dates.ts';
import { canDo, cannotDo, toYou } from '../../words/grants.ts';
import { roadOf } from '../../words/kinds/index.ts';
import { KeyTag } from '../parts/KeyTag.tsx';

/** Who gives what until when, in one glance. */
export function Offer({ invitation, now }: { invitation: InvitationView; now: number }) {
  const { giver, grantee, service, grant, state, expiresAt } = invitation;
  return (
    <>
      <p class="lead">
        {state === 'open' ? 'Dostęp daje Ci' : 'Dostęp masz od'}: <strong>{`${giver.person}, ${giver.account}`}</strong>.
      </p>
      <div aria-live="polite">
        <KeyTag
          who={{ name: grantee.name, email: null }}
          service={service.name}
          spec={grant.spec}
          notAfter={grant.notAfter}
          grant={grant}
          now={now}
          heading="h2"
        />
      </div>
      <ul>
        {[...canDo(grant.spec), ...cannotDo(grant.spec).slice(0, 2)].map((line) => (
          <li key={line}>{toYou(line)}</li>
        ))}
      </ul>
      {roadOf(grant.spec) === 'account' && state === 'open' ? (
        <p>To własne logowanie do konta: {giver.account}. Hasła osoby, która Cię zaprasza, nie potrzebujesz.</p>
      ) : null}
      {state === 'open' ? (
        <p class="hint">Zaproszenie czeka do {momentWords(expiresAt)}. Samo otwarcie tej strony niczego nie zmienia.</p>
      ) : null}
    </>
  );
}
