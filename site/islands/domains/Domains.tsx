import { News, useNews } from '../assets/News.tsx';
import { Lost } from '../assets/parts.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useNow } from '../parts/use-now.ts';
import { useSession } from '../parts/use-session.ts';
import { waiting } from './domain-words.ts';
import { ManagedDomain } from './ManagedDomain.tsx';
import { Offered } from './Offered.tsx';
import { OwnDomain } from './OwnDomain.tsx';
import { useDomains } from './use-domains.ts';

/** What somebody else has to know to pass a domain to this account. */
function OwnNumber() {
  const number = useSession()?.account?.clientNumber;
  return number ? (
    <p class="hint">
      Ktoś ma Ci przekazać zarządzanie swoją domeną? Podaj mu swój numer klienta: <strong>{number}</strong>.
    </p>
  ) : null;
}

const NoneHere = () => (
  <div class="empty">
    <h2>Na tym koncie nie ma jeszcze domeny</h2>
    <p>Tu zobaczysz swoje domeny i te, którymi zarządzasz dla innych klientów. Z tej strony ustawisz ich rekordy DNS.</p>
  </div>
);

/** „Domeny”: one's own, those managed for others, and what others offer (R6). */
export default function Domains() {
  const { all, lost, refresh, failed, reload } = useDomains();
  const { news, tell } = useNews();
  const now = useNow();
  if (!all) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  const offers = waiting(all.delegations);
  const own = all.domains.filter((domain) => domain.as === 'owner');
  const managed = all.domains.filter((domain) => domain.as === 'delegate');
  const done = async (said: preact.ComponentChildren) => {
    await refresh();
    tell(said);
  };
  return (
    <>
      <News news={news} />
      <Lost lost={lost} />
      {offers.length > 0 ? (
        <section>
          <h2>Ktoś proponuje Ci zarządzanie domeną</h2>
          <ul class="tags rail">
            {offers.map((offer) => (
              <li key={offer.grantId}>
                <Offered offer={offer} now={now} onDone={done} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {all.domains.length === 0 && offers.length === 0 ? <NoneHere /> : null}
      {own.length > 0 ? (
        <section>
          <h2>Twoje domeny</h2>
          <ul class="assets">
            {own.map((domain) => (
              <OwnDomain key={domain.serviceId} domain={domain} now={now} onDone={done} />
            ))}
          </ul>
        </section>
      ) : null}
      {managed.length > 0 ? (
        <section>
          <h2>Domeny, którymi zarządzasz dla innych</h2>
          <ul class="assets">
            {managed.map((domain) => (
              <ManagedDomain key={domain.serviceId} domain={domain} now={now} onDone={done} />
            ))}
          </ul>
        </section>
      ) : null}
      <OwnNumber />
    </>
  );
}
