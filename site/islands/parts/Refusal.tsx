import type { Role } from '../../../contract/index.ts';
import type { Failure } from '../../api/result.ts';
import { NO_ACCOUNT } from '../../api/session.ts';
import { Act } from './Act.tsx';
import { useSession } from './use-session.ts';

/** Where to go on from a door that stays shut; null for every other refusal. */
function wayOut(failed: Failure | null, role: Role | undefined): { href: string; word: string } | null {
  if (failed?.code === 'no-account') return { href: NO_ACCOUNT, word: 'Co się stało z dostępem' };
  return failed?.code === 'role-too-low' && role === 'user'
    ? { href: '/panel/licencje/', word: 'Przejdź do swoich licencji' }
    : null;
}

/** What happened, what was kept and what to do: a refusal where the person is looking. */
export function Refusal({
  failed,
  onRetry,
  retryWord = 'Spróbuj jeszcze raz',
}: {
  failed: Failure | null;
  onRetry?: () => void;
  retryWord?: string;
}) {
  const way = wayOut(failed, useSession()?.account?.role);
  if (!failed) return null;
  return (
    <div class="notice" data-tone="danger" role="alert" tabIndex={-1}>
      <p>{failed.message}</p>
      {way ? (
        <p>
          <a href={way.href}>{way.word}</a>
        </p>
      ) : null}
      {onRetry && failed.retryable ? (
        <p class="acts">
          <Act tone="quiet" onAct={onRetry}>
            {failed.code === 'not-signed-in' ? 'Zaloguj się' : retryWord}
          </Act>
        </p>
      ) : null}
    </div>
  );
}
