import type { Failure } from '../../api/result.ts';
import { Act } from './Act.tsx';

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
  if (!failed) return null;
  return (
    <div class="notice" data-tone="danger" role="alert" tabIndex={-1}>
      <p>{failed.message}</p>
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
