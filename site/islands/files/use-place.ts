import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressOf, placeIn, pointedIn } from './place.ts';

const here = () => ({ at: placeIn(location.search), pointed: pointedIn(location.search) });

/** The directory that the address means; going to another is a step in the browser's own history. */
export function usePlace(serviceId: string) {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const look = () => setPlace(here());
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, []);
  const go = useCallback(
    (at: string, pointed?: string) => {
      history.pushState(null, '', addressOf(serviceId, at, pointed));
      setPlace({ at, pointed: pointed ?? null });
    },
    [serviceId],
  );
  return { ...place, go };
}
