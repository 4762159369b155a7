import { useState } from 'preact/hooks';
import type { PanelUserView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { useLive } from '../parts/use-live.ts';
import { useLoad } from '../parts/use-load.ts';

const read = (quiet: boolean) => call((options) => api['panel-users'].$get({}, options), { quiet });

/** Everybody who signs in to the account, kept as it is now. */
export function useUsers() {
  const first = useLoad('panel-users', () => read(false));
  const [fresh, setFresh] = useState<readonly PanelUserView[] | null>(null);
  const [lost, setLost] = useState(false);
  const users = fresh ?? first.value?.users ?? null;
  const refresh = async () => {
    // What was refused is asked for again only when the person says so.
    if (!users) return;
    const result = await read(true);
    if (result.ok) setFresh(result.value.users);
    setLost(!result.ok);
  };
  useLive(false, refresh);
  return { users, lost, show: setFresh, refresh, failed: users ? null : first.failed, reload: first.reload };
}
