import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../../api/result.ts';

export interface Loaded<T> {
  value: T | null;
  failed: Failure | null;
  loading: boolean;
  /** Loads again; what is known stays on the page meanwhile. */
  reload: () => Promise<void>;
}

/** Loads something when `key` changes; an answer that comes after a newer question is dropped. */
export function useLoad<T>(key: string, load: () => Promise<Result<T>>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value: T | null; failed: Failure | null; loading: boolean }>({
    key,
    value: null,
    failed: null,
    loading: true,
  });
  const asked = useRef(0);
  const loader = useRef(load);
  loader.current = load;
  const reload = useCallback(async () => {
    const mine = ++asked.current;
    setState((old) => (old.key === key ? { ...old, loading: true } : { key, value: null, failed: null, loading: true }));
    const result = await loader.current();
    if (mine !== asked.current) return;
    setState((old) => ({
      key,
      value: result.ok ? result.value : old.key === key ? old.value : null,
      failed: result.ok ? null : result,
      loading: false,
    }));
  }, [key]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { ...state, reload };
}
