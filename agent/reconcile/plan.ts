import { type DesiredItem, KINDS } from '../../contract/index.ts';
import type { Standing, Wanted } from './port.ts';

export type Plan = 'ignore' | 'apply' | 'remove' | 're-ack';

/** What the agent remembers of a resource: the highest gen it began, and the highest it finished. */
export type Known = { begun: number; applied: number };

/**
 * Decides what to do with a wanted item, given what really stands on the host.
 * A gen below the highest one seen is old news; the same gen again is repaired if the host drifted, else confirmed again.
 */
export function planFor(item: DesiredItem, wantedDigest: string | null, standing: Standing | null, known: Known): Plan {
  if (item.gen < Math.max(known.begun, standing?.gen ?? 0)) return 'ignore';
  const finished = known.applied === item.gen;
  if (item.state === null) return finished && standing === null ? 're-ack' : 'remove';
  return finished && standing?.gen === item.gen && standing.digest === wantedDigest ? 're-ack' : 'apply';
}

/**
 * True when sessions begun before a change must end with it. A state that cannot be read, or that vanished
 * though it had been applied, counts as wider than anything.
 */
export function mustCut(kind: DesiredItem['kind'], standing: Standing | null, wanted: Wanted, known: Known): boolean {
  if (standing === null) return known.applied > 0;
  return standing.state === null || KINDS[kind].narrows(standing.state, wanted);
}
