import type { Credential, InvitationView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import type { Failure } from '../../api/result.ts';
import { useSend } from '../parts/use-send.ts';
import { deadEnd } from './dead.ts';

export interface ClaimProps {
  token: string;
  invitation: InvitationView;
  /** `secret` is what the person accepted with; it goes nowhere but to this page. */
  onClaimed: (invitation: InvitationView, secret: Credential) => void;
  onDead: (failed: Failure) => void;
}

/** The one deliberate act that uses the invitation up; a retry after a lost answer is the same act. */
export function useClaim({ token, onClaimed, onDead }: ClaimProps) {
  const { busy, failed, setFailed, send } = useSend();
  const claim = async (credential: Credential) => {
    const json = { token, credential };
    const result = await send(() =>
      call((options) => api.invitations.claim.$post({ json }, options), { act: actOf('przyjmij', json) }),
    );
    if (result.ok) onClaimed(result.value, credential);
    else if (result.fields.length === 0 && deadEnd(result.code)) onDead(result);
  };
  return { busy, failed, setFailed, claim };
}
