import { useState } from 'preact/hooks';
import type { CessionView } from '../../../contract/index.ts';
import { useLive } from '../parts/use-live.ts';
import { useLoad } from '../parts/use-load.ts';
import { readCession } from './acts.ts';
import { isUnderWay } from './cession-words.ts';

/** One cession, kept as it is now; what is known stays while the connection is away. */
export function useCession(id: string) {
  const first = useLoad(id, () => readCession(id));
  const [fresh, setFresh] = useState<CessionView | null>(null);
  const [lost, setLost] = useState(false);
  const view = fresh ?? first.value;
  const refresh = async () => {
    if (!view || !isUnderWay(view)) return;
    const result = await readCession(id, true);
    if (result.ok) setFresh(result.value);
    setLost(!result.ok);
  };
  useLive(view !== null && isUnderWay(view), refresh);
  return { view, lost, refresh, setView: setFresh, failed: view ? null : first.failed, reload: first.reload };
}
