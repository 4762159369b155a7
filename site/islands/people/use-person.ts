import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import type { Result } from '../../api/result.ts';
import { isInTransition } from '../../words/grants.ts';
import { useAssets } from '../assets/use-assets.ts';

const read = (personId: string, quiet: boolean) =>
  call((options) => api.people[':personId'].$get({ param: { personId } }, options), { quiet });

type Answered<R> = R extends Promise<Result<infer V>> ? V : never;
/** Everything one person holds. */
export type Holdings = Answered<ReturnType<typeof read>>;

/** The same with one grant as it is now. */
export const withGrant = (held: Holdings, grant: GrantView): Holdings => ({
  ...held,
  grants: held.grants.map((one) => (one.id === grant.id ? grant : one)),
});

/** One person, followed while anything of theirs is under way. */
export const usePerson = (personId: string) =>
  useAssets<Holdings>({
    key: personId,
    read: (quiet) => read(personId, quiet),
    isMoving: ({ grants }) => grants.some(isInTransition),
  });
