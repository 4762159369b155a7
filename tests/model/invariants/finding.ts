import type { DesiredRow } from '../tables.ts';
import type { World } from '../world.ts';

/** What one look at the world found: how many things were looked at, and what is wrong with them. */
export interface Finding {
  looked: number;
  wrong: string[];
}
export type Invariant = (world: World) => Finding;

export function finding<T>(things: readonly T[], complaint: (thing: T) => string | null): Finding {
  return { looked: things.length, wrong: things.map(complaint).filter((text) => text !== null) };
}

export const together = (...findings: Finding[]): Finding => ({
  looked: findings.reduce((sum, { looked }) => sum + looked, 0),
  wrong: findings.flatMap(({ wrong }) => wrong),
});

/** The wanted state that a batch once recorded for this resource at this gen. */
export function recorded({ edge }: World, principal: string, gen: number | null): DesiredRow | undefined {
  for (const written of edge.tables.written)
    if (written.table === 'desired' && written.row.principal === principal && written.row.gen === gen) return written.row;
  return undefined;
}
