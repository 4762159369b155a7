import type { PanelUserView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import type { Result } from '../../api/result.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { removalWords } from './user-words.ts';

interface RemoveUserProps {
  user: PanelUserView;
  onRemoved: () => void;
}

/** By grant where there is one, else by membership; either is the end of the sign-in to this account and of nothing else. */
async function remove({ grantId, userId }: PanelUserView): Promise<Result<unknown>> {
  const act = actOf(`odbierz:${grantId ?? userId}`, null, sessionStorage);
  if (grantId !== null)
    return call((options) => api.grants[':grantId'].revocation.$post({ param: { grantId } }, options), { act });
  const param = { userId: userId ?? '' };
  return call((options) => api.members[':userId'].removal.$post({ param, json: {} }, options), { act });
}

/** Takes somebody off the account, in two touches. */
export function RemoveUser({ user, onRemoved }: RemoveUserProps) {
  const { leave, ...words } = removalWords(user);
  return (
    <ConfirmAct words={words} leave={leave} about={user.name} danger act={() => remove(user)} onDone={onRemoved}>
      <p>Osoba: {user.name}.</p>
    </ConfirmAct>
  );
}
