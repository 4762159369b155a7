import { type Answers, type Resolution, resolve, toAnswers } from './resolve.ts';
import type { Flow } from './schema.ts';

/** Every way to an end that is still open after these answers. */
export function* walk(flow: Flow, answers: Answers = {}): Generator<Resolution> {
  const reached = resolve(flow, answers);
  const { path, end } = reached;
  if (end.type === 'outcome') {
    yield reached;
    return;
  }
  for (const option of Object.keys(flow.routing.questions[end.id] ?? {})) {
    yield* walk(flow, { ...toAnswers(path), [end.id]: option });
  }
}

/** The most questions a person may have answered when they reach an end, those before included. */
export function longestWay(flow: Flow, before: Answers = {}): number {
  let longest = 0;
  for (const { path } of walk(flow, before)) longest = Math.max(longest, path.length);
  return longest;
}

/** The fewest answers that lead to a question or an end; null when nothing leads there. */
export function shortestWayTo(flow: Flow, page: string): Resolution['path'] | null {
  let best: Resolution['path'] | null = null;
  for (const { path, end } of walk(flow)) {
    const asked = path.findIndex(({ question }) => question === page);
    const way = asked >= 0 ? path.slice(0, asked) : end.id === page ? path : null;
    if (way && (best === null || way.length < best.length)) best = way;
  }
  return best;
}
