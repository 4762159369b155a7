import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { failure } from '../../api/result.ts';
import { Refusal } from './Refusal.tsx';
import { Skeleton } from './Skeleton.tsx';

/** A component whose code comes only once it is shown. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let here: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [, show] = useState(false);
    const [lost, setLost] = useState(false);
    const fetchPart = async () => {
      setLost(false);
      try {
        here = await load();
        show(true);
      } catch (fault) {
        // An import that fails is the connection's doing (TypeError); anything else is a fault of ours.
        if (!(fault instanceof TypeError)) throw fault;
        setLost(true);
      }
    };
    useEffect(() => {
      if (!here) void fetchPart();
    }, []);
    const Part = here;
    if (Part) return <Part {...props} />;
    return lost ? <Refusal failed={failure('network')} onRetry={fetchPart} /> : <Skeleton lines={1} />;
  };
}
