import { api, call } from '../../api/client.ts';
import { AuditEntries } from './AuditEntries.tsx';

/** Everything that happened in the account. */
export default function AccountHistory() {
  const load = (after: string | null) => call((options) => api.audit.$get({ query: after ? { after } : {} }, options));
  return (
    <>
      <p class="acts">
        <a class="button button-quiet" href="/api/v1/audit.csv" download="klucznik-historia.csv">
          Pobierz CSV
        </a>
      </p>
      <AuditEntries stamp="konto" load={load} linked />
    </>
  );
}
