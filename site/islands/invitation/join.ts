import type { InvitationView, SessionView } from '../../../contract/index.ts';

type Panel = NonNullable<InvitationView['panel']>;

/** How the invited person says yes: at once, after signing in, or with a password for a new sign-in. */
export type JoinWay = 'at-once' | 'sign-in' | 'new-password';

const isSameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Only the person of the address may accept, so whoever else is signed in has to give way. */
export function joinWay(panel: Panel, session: Pick<SessionView, 'user'> | null): JoinWay {
  if (!panel.hasSignIn) return 'new-password';
  return session && isSameAddress(session.user.email, panel.email) ? 'at-once' : 'sign-in';
}

/** Who is signed in on this browser although the invitation is for somebody else; null when nobody is. */
export const someoneElse = (panel: Panel, session: Pick<SessionView, 'user'> | null): string | null =>
  session && !isSameAddress(session.user.email, panel.email) ? session.user.email : null;
