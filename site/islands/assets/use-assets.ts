import { useRef, useState } from 'preact/hooks';
import type { Result } from '../../api/result.ts';
import { useLive } from '../parts/use-live.ts';
import { useLoad } from '../parts/use-load.ts';

interface Source<L> {
  /** Whose list it is; another key is another list. */
  key: string;
  read: (quiet: boolean) => Promise<Result<L>>;
  isMoving: (list: L) => boolean;
}

/** A list that follows what the server does: it is looked at often while something in it is under way. */
export function useAssets<L>({ key, read, isMoving }: Source<L>) {
  const first = useLoad(key, () => read(false));
  const [fresh, setFresh] = useState<{ key: string; value: L } | null>(null);
  const [lost, setLost] = useState(false);
  const asked = useRef(0);
  const list = fresh?.key === key ? fresh.value : first.value;

  const refresh = async () => {
    // What was refused is asked for again only when the person says so.
    if (!list) return;
    const mine = ++asked.current;
    const result = await read(true);
    if (mine !== asked.current) return;
    if (result.ok) setFresh({ key, value: result.value });
    setLost(!result.ok);
  };
  /** Shows the outcome of an act at once; an older answer still on its way must not turn it back. */
  const show = (change: (list: L) => L) => {
    asked.current += 1;
    setFresh((old) => {
      const now = old?.key === key ? old.value : first.value;
      return now ? { key, value: change(now) } : old;
    });
  };
  useLive(list !== null && isMoving(list), refresh);
  return { list, lost, show, loading: first.loading, failed: list ? null : first.failed, reload: first.reload };
}

/** The list with one thing in it as it is now, in the order of its names; what is gone for good leaves it. */
export function withAsset<A extends { state: string }>(assets: readonly A[], changed: A, nameOf: (asset: A) => string): A[] {
  const others = assets.filter((one) => nameOf(one) !== nameOf(changed));
  const all = changed.state === 'gone' ? others : [...others, changed];
  return all.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'pl'));
}
