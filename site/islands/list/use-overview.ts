import type { GrantView, Overview } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { isInTransition } from '../../words/grants.ts';
import { useAssets } from '../assets/use-assets.ts';

const LISTS = ['failing', 'moving', 'ending', 'invited'] as const;

/** The overview with one grant as it is now; the next look sorts it anew. */
export const withGrant = (overview: Overview, grant: GrantView): Overview => ({
  ...overview,
  ...Object.fromEntries(LISTS.map((list) => [list, overview[list].map((one) => (one.id === grant.id ? grant : one))])),
});

/** What needs a look now, followed while anything is under way. */
export const useOverview = () =>
  useAssets<Overview>({
    key: 'overview',
    read: (quiet) => call((options) => api['access-overview'].$get({}, options), { quiet }),
    isMoving: ({ failing, moving }) => [...failing, ...moving].some(isInTransition),
  });
