import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';

/** As many as one request may change. */
export const MOST_PICKED = 50;

/** Grants picked for an act on several; they stay picked while the list shows others. */
export function usePicked() {
  const [grants, setGrants] = useState<ReadonlyMap<string, GrantView>>(new Map());
  return {
    grants: [...grants.values()],
    has: (id: string) => grants.has(id),
    pick: (grant: GrantView, on: boolean) =>
      setGrants((old) => {
        const next = new Map(old);
        if (on) next.set(grant.id, grant);
        else next.delete(grant.id);
        return next;
      }),
    /** Leaves only these picked. */
    keep: (ids: readonly string[]) => setGrants((old) => new Map([...old].filter(([id]) => ids.includes(id)))),
  };
}
export type Picked = ReturnType<typeof usePicked>;
