import type { SessionView } from '../../../contract/index.ts';
import { chooseAccount, homeOf } from '../../api/session.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useSend } from '../parts/use-send.ts';
import { useFreshSession } from '../parts/use-session.ts';

/** Other accounts of this person, each one press away. */
function Others({ accounts }: Pick<SessionView, 'accounts'>) {
  const { busy, failed, send } = useSend();
  const enter = async (accountId: string) => {
    const result = await send(() => chooseAccount(accountId));
    if (result.ok) location.assign(homeOf(result.value));
  };
  if (accounts.length === 0) return null;
  return (
    <section>
      <h2>Twoje inne konta</h2>
      <Refusal failed={failed} />
      <ul class="account-choices">
        {accounts.map(({ id, name, clientNumber, role }) => (
          <li key={id}>
            <Act tone="quiet" busy={busy} onAct={() => enter(id)}>
              {`${name} (${clientNumber}) – ${ROLE_WORDS[role]}`}
            </Act>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Why() {
  return (
    <>
      <p>To konto nie wpuszcza Cię teraz do środka. Twoje logowanie i hasło zostają – możesz ich używać na innych kontach.</p>
      <h2>Dlaczego tak się dzieje</h2>
      <ul>
        <li>minęła data końca Twojego dostępu,</li>
        <li>właściciel lub administrator konta zawiesił Twój dostęp,</li>
        <li>usunięto Cię z użytkowników Panelu albo konto zmieniło abonenta.</li>
      </ul>
      <h2>Co zrobić</h2>
      <p>Zapytaj osobę, która prowadzi to konto: widzi, co się stało, i może Cię znów wpuścić. BOK nie zrobi tego za nią.</p>
      <p>Dostępy do plików, baz danych i skrzynek to osobna sprawa: działają, dopóki ktoś ich nie odbierze.</p>
    </>
  );
}

/** What somebody sees once their account lets them in no more. */
export default function NoAccount() {
  const { session, looked } = useFreshSession();
  if (!session) return looked ? <p>Zaloguj się, żeby zobaczyć swoje konta.</p> : <Skeleton lines={1} />;
  if (session.account)
    return (
      <>
        <p>Masz dostęp. Wybrane konto: {session.account.name}.</p>
        <p class="acts">
          <a class="button" href={homeOf(session)}>
            Przejdź do konta
          </a>
        </p>
      </>
    );
  return (
    <>
      <Why />
      <Others accounts={session.accounts} />
    </>
  );
}
