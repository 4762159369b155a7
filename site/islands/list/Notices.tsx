import type { GrantView, Overview } from '../../../contract/index.ts';
import { dayWords, momentWords } from '../../words/dates.ts';

const MONTH = 30 * 86_400_000;

function HostsAway({ hosts }: { hosts: Overview['hostsAway'] }) {
  if (hosts.length === 0) return null;
  return (
    <div class="notice" data-tone="attention">
      <p>
        <strong>Serwer nie odpowiada: {hosts.map(({ name }) => name).join(', ')}.</strong> Terminy są pilnowane także bez
        łączności. Zmiany zapisujemy i wprowadzimy, gdy serwer wróci.
      </p>
      <ul>
        {hosts.map(({ name, lastSeenAt }) => (
          <li key={name}>
            {name}: {lastSeenAt === null ? 'nie było jeszcze żadnych danych' : `dane z: ${momentWords(lastSeenAt)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** After a cession the new subscriber decides about what the earlier one gave. */
function NewOwner({ since, known, now }: { since: number | null; known: readonly GrantView[]; now: number }) {
  if (since === null || (now - since > MONTH && !known.some(({ fromEarlierOwner }) => fromEarlierOwner))) return null;
  return (
    <div class="notice" data-tone="info">
      <p>
        <strong>To konto jest po cesji: od {dayWords(since)} ma nowego abonenta.</strong> Wcześniejsze dostępy nadał poprzedni
        abonent. Mają dopisek „Nadany przez poprzedniego abonenta” – sprawdź, czy mają zostać.
      </p>
    </div>
  );
}

const ReviewDue = () => (
  <div class="notice" data-tone="info">
    <p>
      <strong>Od ponad roku nikt nie przejrzał, kto ma dostęp.</strong> Pokażemy dostępy po kolei, a Ty zdecydujesz, co zostaje.
      Dwadzieścia dostępów zajmuje mniej niż minutę.
    </p>
    <p class="acts">
      <a class="button" href="/panel/przeglad/">
        Przejrzyj dostępy
      </a>
    </p>
  </div>
);

interface NoticesProps {
  overview: Overview;
  /** Grants that the page shows. */
  known: readonly GrantView[];
  now: number;
}

/** What is to be known before the list is read. */
export const Notices = ({ overview, known, now }: NoticesProps) => (
  <>
    <HostsAway hosts={overview.hostsAway} />
    <NewOwner since={overview.ownerSince} known={known} now={now} />
    {overview.reviewDue ? <ReviewDue /> : null}
  </>
);
