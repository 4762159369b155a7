import type { InvitationView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import type { Failure } from '../../api/result.ts';
import { rememberSession } from '../../api/session.ts';
import { useSend } from '../parts/use-send.ts';
import { deadEnd } from './dead.ts';

export interface JoinProps {
  token: string;
  invitation: InvitationView;
  panel: NonNullable<InvitationView['panel']>;
  onJoined: (invitation: InvitationView) => void;
  onDead: (failed: Failure) => void;
}

/** The one deliberate act that makes a panel user; quiet, because this page asks for the password itself. */
export function useJoin({ token, onJoined, onDead }: Pick<JoinProps, 'token' | 'onJoined' | 'onDead'>) {
  const sending = useSend();
  const join = async (password: string | null) => {
    const json = { token, password };
    const act = actOf('dolacz', json);
    const result = await sending.send(() =>
      call((options) => api.invitations.acceptance.$post({ json }, options), { act, quiet: true }),
    );
    if (result.ok) {
      rememberSession(result.value.session);
      onJoined(result.value.invitation);
    } else if (result.fields.length === 0 && deadEnd(result.code)) onDead(result);
    return result;
  };
  return { ...sending, join };
}
