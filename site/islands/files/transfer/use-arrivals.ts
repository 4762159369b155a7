import { useEffect, useRef } from 'preact/hooks';

/** Often enough to see files come, and rarely enough for thousands of them. */
const TELL_EVERY = 1000;

/** Tells of directories that something has arrived in, each at most once a second. */
export function useArrivals(arrived: Set<(directory: string) => void>, onArrived: (directory: string) => void): void {
  const latest = useRef(onArrived);
  latest.current = onArrived;
  useEffect(() => {
    const fresh = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      for (const directory of fresh) latest.current(directory);
      fresh.clear();
    };
    const listener = (directory: string) => {
      fresh.add(directory);
      timer ??= setTimeout(tell, TELL_EVERY);
    };
    arrived.add(listener);
    return () => {
      clearTimeout(timer);
      arrived.delete(listener);
    };
  }, [arrived]);
}
