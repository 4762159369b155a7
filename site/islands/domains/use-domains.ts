import { useState } from 'preact/hooks';
import type { DelegationView, DomainView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import type { Result } from '../../api/result.ts';
import { useLive } from '../parts/use-live.ts';
import { useLoad } from '../parts/use-load.ts';

export interface Domains {
  domains: readonly DomainView[];
  delegations: readonly DelegationView[];
}

async function read(quiet: boolean): Promise<Result<Domains>> {
  const [domains, delegations] = await Promise.all([
    call((options) => api.domains.$get({}, options), { quiet }),
    call((options) => api.delegations.$get({}, options), { quiet }),
  ]);
  if (!domains.ok) return domains;
  return delegations.ok
    ? { ok: true, value: { domains: domains.value.domains, delegations: delegations.value.delegations } }
    : delegations;
}

/** The account's domains and those it was offered or manages, kept as they are now. */
export function useDomains() {
  const first = useLoad('domains', () => read(false));
  const [fresh, setFresh] = useState<Domains | null>(null);
  const [lost, setLost] = useState(false);
  const all = fresh ?? first.value;
  const refresh = async () => {
    // What was refused is asked for again only when the person says so.
    if (!all) return;
    const result = await read(true);
    if (result.ok) setFresh(result.value);
    setLost(!result.ok);
  };
  useLive(false, refresh);
  return { all, lost, refresh, failed: all ? null : first.failed, reload: first.reload };
}
