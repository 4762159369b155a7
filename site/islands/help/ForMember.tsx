import type { ComponentChildren } from 'preact';
import type { SessionView } from '../../../contract/index.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useFreshSession } from '../parts/use-session.ts';

interface ForMemberProps {
  /** What signing in is needed for, as a sentence. */
  why: string;
  children: (session: SessionView & { account: NonNullable<SessionView['account']> }) => ComponentChildren;
}

/** A page that needs an account; whoever is signed out signs in first, comes back to the same address and loses nothing of it. */
export function ForMember({ why, children }: ForMemberProps) {
  const { session, looked } = useFreshSession();
  if (session?.account) return <>{children({ ...session, account: session.account })}</>;
  if (!looked) return <Skeleton lines={1} />;
  if (session)
    return (
      <p class="notice" data-tone="info">
        Ta strona jest dla klientów. To logowanie nie ma żadnego konta klienta.
      </p>
    );
  const here = `/logowanie/?${new URLSearchParams({ dalej: location.pathname + location.search })}`;
  return (
    <div class="notice" data-tone="info">
      <p>
        <strong>Zaloguj się.</strong> {why}
      </p>
      <p class="acts">
        <a class="button" href={here}>
          Zaloguj się i wróć tutaj
        </a>
      </p>
    </div>
  );
}
