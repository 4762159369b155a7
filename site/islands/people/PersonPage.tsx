import { useEffect, useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { stateWords } from '../../words/grants.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import { grantsCounted } from '../list/list-words.ts';
import { Act } from '../parts/Act.tsx';
import { AreaName } from '../parts/AreaName.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useNow } from '../parts/use-now.ts';
import { Held } from './Held.tsx';
import { isTakeable, LEFT_WORDS, nameDocument } from './people-words.ts';
import { Secrets, withSecret } from './Secrets.tsx';
import { Stale } from './Stale.tsx';
import { TakeAll } from './TakeAll.tsx';
import { progressPage } from './use-offboarding.ts';
import { type Holdings, usePerson, withGrant } from './use-person.ts';

function Ended({ grants }: { grants: readonly GrantView[] }) {
  if (grants.length === 0) return null;
  return (
    <section>
      <h2>Ostatnio zakończone</h2>
      <ul class="dense">
        {grants.map((grant) => (
          <li key={grant.id}>
            <a href={`/panel/dostep/?id=${encodeURIComponent(grant.id)}`}>
              <AreaName spec={grant.spec} />, {grant.service.name}
            </a>{' '}
            <small>({stateWords(grant)})</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Summary({ held, onTakeAll }: { held: Holdings; onTakeAll: () => void }) {
  const { person, grants, offboardingId, truncated, signIn } = held;
  return (
    <>
      {person.email ? <p class="lead">{person.email}</p> : null}
      {offboardingId ? (
        <p>
          <a href={progressPage(offboardingId)}>Ostatnie odbieranie wszystkiego: przebieg i dowody</a>
        </p>
      ) : null}
      {grants.length === 0 && signIn === null ? (
        <div class="empty">
          <h2>Ta osoba nie ma teraz żadnego dostępu</h2>
          <p>Gdy go dostanie, zobaczysz tu wszystko, co otwiera: pliki, bazy, skrzynki, licencje, domeny i Panel.</p>
        </div>
      ) : (
        <p>
          Obecnie: {grantsCounted(grants.length)}
          {truncated ? ' – pokazujemy 200 pierwszych' : ''}.
        </p>
      )}
      {signIn ? (
        <p>
          Ta osoba loguje się do Panelu jako {ROLE_WORDS[signIn.role]}. {signIn.leftOut ? LEFT_WORDS[signIn.leftOut] : ''}{' '}
          <a href="/panel/uzytkownicy/">Wszyscy użytkownicy Panelu</a>
        </p>
      ) : null}
      {grants.some(isTakeable) || (signIn && signIn.leftOut === null) ? (
        <p class="acts">
          <Act tone="danger" onAct={onTakeAll}>
            Odbierz wszystko
          </Act>
          <a class="button button-quiet" href="/panel/nadaj/">
            Nadaj dostęp
          </a>
        </p>
      ) : null}
    </>
  );
}

/** One person: everything they hold, how each came about, and the act that takes it all back. */
export default function PersonPage() {
  const query = new URLSearchParams(location.search);
  const { list: held, lost, failed, reload, show } = usePerson(query.get('id') ?? '');
  const [asking, setAsking] = useState(query.has('odbierz'));
  const now = useNow();
  const name = held?.person.name;
  useEffect(() => {
    if (name) nameDocument(`Dostępy: ${name}`);
  }, [name]);
  if (!held)
    return (
      <>
        <h1>Osoba</h1>
        {failed ? (
          <>
            <Refusal failed={failed} onRetry={reload} />
            <p>
              <a href="/panel/">Kto ma dostęp</a>
            </p>
          </>
        ) : (
          <Skeleton />
        )}
      </>
    );
  return (
    <>
      <h1>{held.person.name}</h1>
      <Stale lost={lost} fresh={held} />
      <Summary held={held} onTakeAll={() => setAsking(true)} />
      {held.grants.length > 0 ? (
        <Held grants={held.grants} now={now} onChanged={(grant) => show((old) => withGrant(old, grant))} />
      ) : null}
      <Secrets
        secrets={held.secrets}
        onChanged={(secret) => show((old) => ({ ...old, secrets: withSecret(old.secrets, secret) }))}
      />
      <Ended grants={held.ended} />
      {asking ? <TakeAll held={held} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
