import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { isInTransition } from '../../words/grants.ts';
import { useLive } from '../parts/use-live.ts';
import { useLoad } from '../parts/use-load.ts';

const read = (grantId: string, quiet: boolean) =>
  call((options) => api.grants[':grantId'].$get({ param: { grantId } }, options), { quiet });

/** An answer that was on its way while a newer one came must not turn the page back. */
const isNewer = (known: GrantView | null, seen: GrantView) => known === null || seen.version >= known.version;

/** One grant, kept as it is now: every change shows without a reload. */
export function useGrant(grantId: string) {
  const first = useLoad(grantId, () => read(grantId, false));
  const [seen, setSeen] = useState<GrantView | null>(null);
  const [lost, setLost] = useState(false);
  const grant = seen ?? first.value;
  const show = (next: GrantView) => setSeen((known) => (isNewer(known, next) ? next : known));
  const look = async () => {
    if (!grantId) return;
    const result = await read(grantId, true);
    if (result.ok) show(result.value);
    setLost(!result.ok);
  };
  useLive(grant !== null && isInTransition(grant), look);
  return { grant, show, look, lost, failed: grant ? null : first.failed, reload: first.reload };
}
