import { parse } from 'yaml';
import { z } from 'zod';

/** Questions people arrive with, each with the place that answers it. */
const questions = z.array(
  z.strictObject({
    ask: z.string().min(5).max(80),
    /** What they will find there, in one line. */
    gist: z.string().min(5).max(100),
    to: z.string().startsWith('/'),
  }),
);
export type Question = z.infer<typeof questions>[number];

/** Reads `questions.yaml`; throws with the place that is wrong. */
export function parseQuestions(yaml: string): Question[] {
  const read = questions.safeParse(parse(yaml));
  if (!read.success) throw new Error(`content/questions.yaml: ${z.prettifyError(read.error)}`);
  return read.data;
}
