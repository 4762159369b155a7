import type { Flow } from '../wizard-engine/index.ts';
import type { Problem } from './check.ts';

type Routing = Flow['routing'];
type Branch = { when?: Readonly<Record<string, string | string[]>> | undefined; to: string };

/** The routing is whole: every name exists, every choice is decided, and no way leads in a circle. */
export function checkGraph({ routing, policy }: Flow): Problem[] {
  const known = (id: string) => Object.hasOwn(routing.questions, id) || Object.hasOwn(policy.outcomes, id);
  const problems: Problem[] = [];
  if (!Object.hasOwn(routing.questions, routing.start))
    problems.push({ path: ['routing', 'start'], problem: `there is no question "${routing.start}"` });
  for (const id of Object.keys(policy.outcomes)) {
    if (Object.hasOwn(routing.questions, id))
      problems.push({ path: ['policy', 'outcomes', id], problem: 'a question has this name; both would have the same address' });
  }
  for (const { path, branches } of allTargets(routing)) {
    problems.push(...checkBranches(routing, path, branches));
    for (const { to } of branches) if (!known(to)) problems.push({ path, problem: `there is no question or outcome "${to}"` });
  }
  problems.push(...checkOrder({ routing, policy }), ...checkCircles(routing));
  return problems;
}

function* allTargets(routing: Routing): Generator<{ path: string[]; question: string; branches: Branch[] }> {
  for (const [question, options] of Object.entries(routing.questions)) {
    for (const [option, target] of Object.entries(options)) {
      yield {
        path: ['routing', 'questions', question, option],
        question,
        branches: typeof target === 'string' ? [{ to: target }] : target,
      };
    }
  }
}

function* checkBranches(routing: Routing, path: string[], branches: Branch[]): Generator<Problem> {
  for (const [index, { when }] of branches.entries()) {
    const last = index === branches.length - 1;
    if (last && when) yield { path, problem: 'the last branch must have no condition' };
    if (!last && !when) yield { path, problem: 'only the last branch may have no condition' };
    for (const [question, wanted] of Object.entries(when ?? {})) {
      for (const option of [wanted].flat()) {
        if (!routing.questions[question]?.[option]) yield { path, problem: `the condition ${question}=${option} can never hold` };
      }
    }
  }
}

function* checkOrder({ routing, policy }: Pick<Flow, 'routing' | 'policy'>): Generator<Problem> {
  for (const [question, order] of Object.entries(policy.narrowestFirst)) {
    for (const option of order) {
      if (!routing.questions[question]?.[option])
        yield { path: ['policy', 'narrowestFirst', question], problem: `${question}=${option} is no answer of this wizard` };
    }
  }
}

function checkCircles(routing: Routing): Problem[] {
  const next = new Map<string, string[]>();
  for (const { question, branches } of allTargets(routing))
    next.set(question, [...(next.get(question) ?? []), ...branches.map(({ to }) => to)]);
  const done = new Set<string>();
  const circles: Problem[] = [];
  const visit = (id: string, way: readonly string[]): void => {
    if (way.includes(id))
      circles.push({
        path: ['routing', 'questions', id],
        problem: `the way goes in a circle: ${[...way.slice(way.indexOf(id)), id].join(' → ')}`,
      });
    else if (!done.has(id)) for (const to of next.get(id) ?? []) visit(to, [...way, id]);
    done.add(id);
  };
  for (const id of next.keys()) visit(id, []);
  return circles;
}
