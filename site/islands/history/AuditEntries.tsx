import { useEffect } from 'preact/hooks';
import type { AuditEntry } from '../../../contract/index.ts';
import type { Result } from '../../api/result.ts';
import { exactMomentWords } from '../../words/dates.ts';
import { More } from '../parts/More.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { usePages } from '../parts/use-pages.ts';

type Load = (after: string | null) => Promise<Result<{ entries: AuditEntry[]; next: string | null }>>;

/** Entries newest first; `stamp` says when the first page is worth reading again. */
function useEntries(stamp: string, load: Load) {
  const pages = usePages('historia', async (after) => {
    const page = await load(after);
    return page.ok ? { ok: true, value: { items: page.value.entries, next: page.value.next } } : page;
  });
  useEffect(() => {
    void pages.refresh();
  }, [stamp]);
  return pages;
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
  const pages = useEntries(stamp, load);
  const { items: entries, failed, reload } = pages;
  if (!entries) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  if (entries.length === 0) {
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
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} linked={linked} />
        ))}
      </ul>
      <More pages={pages} word="Pokaż wcześniejsze" />
    </>
  );
}
