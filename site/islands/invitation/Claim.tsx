import type { ComponentType } from 'preact';
import type { AccessKind } from '../../../contract/index.ts';
import { isOnServer } from '../../words/kinds/index.ts';
import { later } from '../parts/later.tsx';
import type { ClaimProps } from './use-claim.ts';

const chosen = later(() => import('./ClaimChosen.tsx').then(({ ClaimChosen }) => ClaimChosen));
const generated = later(() => import('./ClaimGenerated.tsx').then(({ ClaimGenerated }) => ClaimGenerated));

/** How each kind is accepted: with a secret the person chooses, or with one made for them on this page. */
const CLAIMS: Record<AccessKind, ComponentType<ClaimProps>> = { ftp: chosen, database: generated, mailbox: chosen };

/** Setting a secret: the one deliberate act that uses the invitation up. */
export function Claim(props: ClaimProps) {
  const { spec } = props.invitation.grant;
  if (!isOnServer(spec)) return null;
  const Act = CLAIMS[spec.kind];
  return <Act {...props} />;
}
