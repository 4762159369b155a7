import type { Flow } from '../wizard-engine/index.ts';
import { FLOWS } from './compiled.ts';

export { FLOWS };

/** The wizard with this name, or null. */
export const findFlow = (id: string): Flow | null => FLOWS.find((flow) => flow.id === id) ?? null;

/** Why an end gives this access and no smaller one; kept with the grant. Null for an end that gives none. */
export function whyNotLess(flowId: string, outcome: string): string | null {
  const flow = findFlow(flowId);
  return flow && Object.hasOwn(flow.words.outcomes, outcome) ? (flow.words.outcomes[outcome]?.whyNotLess ?? null) : null;
}
