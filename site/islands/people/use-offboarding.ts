import type { GrantView, OffboardingView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import type { Result } from '../../api/result.ts';
import { useAssets } from '../assets/use-assets.ts';

/** Domains of the same person under their client's number, taken back with the rest; named in the address by their grants. */
const ALSO = 'domena';
const MOST = 20;

export const progressPage = (offboardingId: string, also: readonly string[] = []): string =>
  `/panel/odbieranie/?${new URLSearchParams([['id', offboardingId], ...also.map((id) => [ALSO, id])])}`;

/** The act together with what went with it: over once all of it is. */
export function together(view: OffboardingView, also: readonly GrantView[]): OffboardingView {
  const own = new Set(view.grants.map(({ id }) => id));
  const others = also.filter(({ id, state }) => !own.has(id) && (state === 'revoking' || state === 'ended'));
  const ends = others.map(({ endedAt }) => endedAt);
  const last = Math.max(view.finishedAt ?? 0, ...ends.map((end) => end ?? 0));
  const over = view.finishedAt !== null && !ends.includes(null);
  return { ...view, grants: [...view.grants, ...others], finishedAt: over ? last : null };
}

async function read(offboardingId: string, also: readonly string[], quiet: boolean): Promise<Result<OffboardingView>> {
  const act = await call((options) => api.offboardings[':offboardingId'].$get({ param: { offboardingId } }, options), { quiet });
  if (!act.ok) return act;
  const others: GrantView[] = [];
  for (const grantId of also) {
    const one = await call((options) => api.grants[':grantId'].$get({ param: { grantId } }, options), { quiet });
    if (!one.ok) return one;
    others.push(one.value);
  }
  return { ok: true, value: together(act.value, others) };
}

/** The act that the address names, followed to its end. */
export function useOffboarding() {
  const query = new URLSearchParams(location.search);
  const offboardingId = query.get('id') ?? '';
  const also = query.getAll(ALSO).slice(0, MOST);
  return useAssets<OffboardingView>({
    key: location.search,
    read: (quiet) => read(offboardingId, also, quiet),
    isMoving: ({ finishedAt }) => finishedAt === null,
  });
}
