import { useEffect, useState } from 'preact/hooks';

/** The present moment, fresh every half a minute so that „jeszcze 10 minut” stays true. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
