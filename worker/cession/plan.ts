import { z } from 'zod';
import { cessionItem } from '../../contract/index.ts';

/** What the giver has said of one thing that stands; `mark` is what it was like then. */
const entry = z.object({ id: z.string(), decision: z.enum(['keep', 'end']), mark: z.string() });
export type Entry = z.infer<typeof entry>;

const plan = z.object({
  decided: z.array(entry).default([]),
  /** What was kept and what ended, and whose account it was, once all is done. */
  receipt: z
    .object({ name: z.string(), items: z.array(cessionItem) })
    .nullable()
    .default(null),
});
export type Plan = z.infer<typeof plan>;

export const readPlan = (text: string): Plan => plan.parse(JSON.parse(text));
export const writePlan = (one: Plan): string => JSON.stringify(one);
