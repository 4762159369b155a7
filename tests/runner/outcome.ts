/** What one step of the run came to; a step that is one command counts as one. */
export type Outcome = {
  name: string;
  passed: number;
  failed: number;
  /** Full names of tests that did not run. */
  skipped: string[];
  /** Full names of tests that passed only when tried again, with what they failed with first. */
  unsteady?: string[];
  ms: number;
  /** Shown when something failed. */
  output: string;
};

export type Step = { name: string; run: () => Promise<Omit<Outcome, 'name' | 'ms'>> };

/** Runs a step; whatever is thrown makes it fail with what was thrown. */
export async function perform(step: Step): Promise<Outcome> {
  const began = performance.now();
  const result = await step.run().catch((fault: unknown) => ({
    passed: 0,
    failed: 1,
    skipped: [],
    output: String(fault instanceof Error ? fault.stack : fault),
  }));
  return { name: step.name, ...result, ms: performance.now() - began };
}

/** All steps, at most `width` at once; told one by one as they end, returned in their order. */
export async function performAll(steps: readonly Step[], width: number, told: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...steps.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await perform(next[1]);
      outcomes[next[0]] = outcome;
      told(outcome);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return outcomes;
}
