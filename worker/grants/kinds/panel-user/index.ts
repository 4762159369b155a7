import { scopePhrase } from '../../../../content/words/index.ts';
import type { PanelUserSpec } from '../../../../contract/index.ts';
import { defineEdgeKind } from '../../kind.ts';
import { membershipEffects } from './effects.ts';

/** Panel users (R1, R2): other people's sign-ins to the whole account. */
export const panelUser = defineEdgeKind<PanelUserSpec>({
  begins: 'invitation',
  suspends: true,
  effects: membershipEffects,
  target: (spec) => spec.role,
  mayBecome: () => true,
  phrase: scopePhrase,
});
