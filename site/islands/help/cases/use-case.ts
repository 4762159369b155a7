import { useRef, useState } from 'preact/hooks';
import type { Result } from '../../../api/result.ts';
import { useLive } from '../../parts/use-live.ts';
import { useLoad } from '../../parts/use-load.ts';

/** One case, looked at again while the page is seen; an older look never covers what came after it. */
export function useCase<V extends { version: number }>(key: string, read: (quiet: boolean) => Promise<Result<V>>) {
  const first = useLoad(key, () => read(false));
  const [fresh, setFresh] = useState<V | null>(null);
  const [lost, setLost] = useState(false);
  const asked = useRef(0);
  const view = fresh ?? first.value;
  const show = (next: V) => {
    asked.current += 1;
    setFresh(next);
    setLost(false);
  };
  const refresh = async () => {
    // What was refused is asked for again only when the person says so.
    if (!view) return;
    const mine = ++asked.current;
    const result = await read(true);
    if (mine !== asked.current) return;
    if (result.ok) setFresh(result.value);
    setLost(!result.ok);
  };
  useLive(false, refresh);
  return { view, show, refresh, lost, failed: view ? null : first.failed, reload: first.reload };
}
