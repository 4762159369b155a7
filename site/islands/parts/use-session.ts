import { useEffect, useState } from 'preact/hooks';
import type { SessionView } from '../../../contract/index.ts';
import { knownSession, refreshSession, watchSession } from '../../api/session.ts';

/** Who is signed in, as this page knows it: null until the first answer, and followed from then on. */
export function useSession(): SessionView | null {
  const [session, setSession] = useState(knownSession);
  useEffect(() => {
    // The answer may have come between the first drawing and this.
    setSession(knownSession());
    const unwatch = watchSession(setSession);
    return () => void unwatch();
  }, []);
  return session;
}

/** The same, looked up anew on pages without the bar that does so; `looked` once the answer is there. */
export function useFreshSession(): { session: SessionView | null; looked: boolean } {
  const session = useSession();
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    void refreshSession().then(() => setLooked(true));
  }, []);
  return { session, looked };
}
