import { scopePhrase } from '../../../../content/words/index.ts';
import type { DelegationSpec } from '../../../../contract/index.ts';
import { defineEdgeKind } from '../../kind.ts';
import { delegationEffects } from './effects.ts';

/** Management of one domain by another client (R6); whoever changes its records is looked up through the grant itself. */
export const delegation = defineEdgeKind<DelegationSpec>({
  begins: 'acceptance',
  suspends: false,
  effects: delegationEffects,
  target: (spec) => spec.domain,
  mayBecome: (before, after) => before.domain === after.domain && before.to === after.to,
  phrase: scopePhrase,
});
