import { useEffect, useState } from 'preact/hooks';
import type { AuditEntry } from '../../../contract/index.ts';
import type { Failure, Result } from '../../api/result.ts';
import { exactMomentWords } from '../../words/dates.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';

type Page = { entries: AuditEntry[]; next: string | null };
type Load = (after: string | null) => Promise<Result<Page>>;

/** Entries newest first, page by page; `stamp` says when the first page is worth reading again. */
function useEntries(stamp: string, load: Load) {
  const [state, setState] = useState<{ page: Page | null; failed: Failure | null }>({ page: null, failed: null });
  const first = async () => {
    const result = await load(null);
    setState((old) => (result.ok ? { page: result.value, failed: null } : { ...old, failed: result }));
  };
  const more = async () => {
    const result = await load(state.page?.next ?? null);
    setState((old) =>
      result.ok
        ? { page: { entries: [...(old.page?.entries ?? []), ...result.value.entries], next: result.value.next }, failed: null }
        : { ...old, failed: result },
    );
  };
  useEffect(() => {
    void first();
  }, [stamp]);
  return { ...state, first, more };
}

const Entry = ({ entry, linked }: { entry: AuditEntry; linked: boolean }) => (
  <li>
    <time dateTime={new Date(entry.at).toISOString()}>{exactMomentWords(entry.at)}</time>
    <span>
      {entry.sentence}
      {linked && entry.grantId ? (
        <>
          {' '}
          <a href={`/panel/dostep/?id=${encodeURIComponent(entry.grantId)}`}>Pokaż dostęp</a>
        </>
      ) : null}
    </span>
    {entry.from ? <small>Adres: {entry.from}</small> : null}
  </li>
);

/** What happened, in sentences with times. */
export function AuditEntries({ stamp, load, linked = false }: { stamp: string; load: Load; linked?: boolean }) {
  const { page, failed, first, more } = useEntries(stamp, load);
  if (!page) return failed ? <Refusal failed={failed} onRetry={first} /> : <Skeleton />;
  if (page.entries.length === 0) {
    return (
      <div class="empty">
        <h2>Nic się jeszcze nie wydarzyło</h2>
        <p>Tu zapisze się każde nadanie, zmiana i odebranie dostępu: kto, co i kiedy.</p>
      </div>
    );
  }
  return (
    <>
      <ul class="entries">
        {page.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} linked={linked} />
        ))}
      </ul>
      <Refusal failed={failed} />
      {page.next ? (
        <Act tone="quiet" onAct={more}>
          Pokaż wcześniejsze
        </Act>
      ) : null}
    </>
  );
}
