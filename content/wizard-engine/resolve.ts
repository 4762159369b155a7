import type { Condition, Flow, Target } from './schema.ts';

/** Option ids by question id, as they stand in an address. */
export type Answers = Readonly<Record<string, string>>;
export type Answered = Readonly<{ question: string; option: string }>;

/** Where answers lead: the answers that count, in order, and the first open question or the end. */
export type Resolution = Readonly<{
  path: readonly Answered[];
  /** Given answers that do not apply here: unknown names, unknown options, questions of another branch. */
  dropped: readonly string[];
  end: Readonly<{ type: 'question' | 'outcome'; id: string }>;
}>;

/** Replays answers from the first question on; pure, and total for every flow that passed its checks. */
export function resolve(flow: Flow, answers: Answers): Resolution {
  const path: Answered[] = [];
  let at = flow.routing.start;
  for (let option = validOption(flow, at, answers); option !== null; option = validOption(flow, at, answers)) {
    path.push({ question: at, option });
    at = follow(flow, path);
  }
  const used = new Set(path.map(({ question }) => question));
  return {
    path,
    dropped: Object.keys(answers).filter((key) => !used.has(key)),
    end: { type: Object.hasOwn(flow.routing.questions, at) ? 'question' : 'outcome', id: at },
  };
}

/** Options come from an address, and `constructor` is not one. */
function validOption(flow: Flow, question: string, answers: Answers): string | null {
  const option = answers[question];
  const options = flow.routing.questions[question];
  return option !== undefined && options !== undefined && Object.hasOwn(options, option) ? option : null;
}

/** Where the last answer of a path leads. Conditions see only answers on the path: what another branch left behind decides nothing. */
function follow(flow: Flow, path: readonly Answered[]): string {
  const last = path.at(-1);
  const target: Target | undefined = last && flow.routing.questions[last.question]?.[last.option];
  if (typeof target === 'string') return target;
  const branch = target?.find(({ when }) => when === undefined || holds(when, toAnswers(path)));
  if (branch === undefined) throw new Error('A branch without a condition must come last');
  return branch.to;
}

const holds = (when: Condition, answers: Answers) =>
  Object.entries(when).every(([question, wanted]) => [wanted].flat().includes(answers[question] ?? ''));

/** A path as answers again. */
export const toAnswers = (path: readonly Answered[]): Answers =>
  Object.fromEntries(path.map(({ question, option }) => [question, option]));
