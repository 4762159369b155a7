import { useEffect, useRef } from 'preact/hooks';
import { nextPause } from './pace.ts';

/**
 * Looks again and again while the page is seen: often while something is in transition, rarely otherwise, never while
 * the tab is hidden, and at once when it is looked at again.
 */
export function useLive(inTransition: boolean, look: () => Promise<unknown>): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    let pause: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const wait = () => {
      clearTimeout(timer);
      if (over || document.hidden) return;
      pause = nextPause(pause, inTransition);
      timer = setTimeout(lookNow, pause);
    };
    const lookNow = async () => {
      clearTimeout(timer);
      await latest.current();
      wait();
    };
    const seenAgain = () => {
      if (!document.hidden) void lookNow();
      else clearTimeout(timer);
    };
    document.addEventListener('visibilitychange', seenAgain);
    addEventListener('focus', seenAgain);
    wait();
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seenAgain);
      removeEventListener('focus', seenAgain);
    };
  }, [inTransition]);
}
