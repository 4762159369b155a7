import { type Flow, type OutcomePolicy, resolve, toAnswers, walk } from '../wizard-engine/index.ts';
import { checkGraph } from './graph.ts';

export type Problem = { path: readonly string[]; problem: string };

const MOST_QUESTIONS = 6;

/** Everything about a wizard that its form alone cannot say; an empty list means it may be published. */
export function checkFlow(flow: Flow): Problem[] {
  const broken = [...checkGraph(flow), ...checkWords(flow), ...checkLinks(flow)];
  // Walking needs a graph that is whole.
  return broken.length > 0 ? broken : [...checkWays(flow), ...checkNarrowing(flow)];
}

function* checkWords({ routing, policy, words }: Flow): Generator<Problem> {
  yield* sameKeys(['words', 'questions'], Object.keys(routing.questions), Object.keys(words.questions));
  yield* sameKeys(['policy', 'questions'], Object.keys(routing.questions), Object.keys(policy.questions));
  yield* sameKeys(['words', 'outcomes'], Object.keys(policy.outcomes), Object.keys(words.outcomes));
  for (const [question, options] of Object.entries(routing.questions)) {
    yield* sameKeys(
      ['words', 'questions', question, 'options'],
      Object.keys(options),
      Object.keys(words.questions[question]?.options ?? {}),
    );
  }
  for (const [id, { kind }] of Object.entries(policy.outcomes)) {
    const text = words.outcomes[id];
    if (kind !== 'grant' || !text) continue;
    for (const part of ['can', 'cannot'] as const)
      if (text[part].length === 0) yield { path: ['words', 'outcomes', id], problem: `a grant needs "${part}"` };
    for (const part of ['whyNotLess', 'risk', 'takeBack'] as const)
      if (!text[part]) yield { path: ['words', 'outcomes', id], problem: `a grant needs "${part}" (R13)` };
  }
}

function* sameKeys(path: readonly string[], wanted: readonly string[], found: readonly string[]): Generator<Problem> {
  for (const key of wanted) if (!found.includes(key)) yield { path, problem: `"${key}" is missing` };
  for (const key of found)
    if (!wanted.includes(key)) yield { path: [...path, key], problem: `there is no "${key}" in this wizard` };
}

/** Links from an end back into the wizard name real answers. */
function* checkLinks({ routing, words }: Flow): Generator<Problem> {
  for (const [id, { nextSteps }] of Object.entries(words.outcomes)) {
    for (const [index, link] of nextSteps.entries()) {
      for (const [question, option] of Object.entries('answers' in link ? link.answers : {})) {
        if (!routing.questions[question] || (option !== null && !routing.questions[question][option])) {
          yield {
            path: ['words', 'outcomes', id, 'nextSteps', String(index)],
            problem: `${question}=${option} is no answer of this wizard`,
          };
        }
      }
    }
  }
}

function* checkWays(flow: Flow): Generator<Problem> {
  const reached = new Set<string>();
  for (const { path, end } of walk(flow)) {
    for (const { question } of path) reached.add(question);
    reached.add(end.id);
    if (path.length > MOST_QUESTIONS)
      yield { path: ['routing'], problem: `${path.length} questions on the way to "${end.id}"; ${MOST_QUESTIONS} are the most` };
  }
  for (const id of Object.keys(flow.routing.questions))
    if (!reached.has(id)) yield { path: ['routing', 'questions', id], problem: 'no answer leads here' };
  for (const id of Object.keys(flow.policy.outcomes))
    if (!reached.has(id)) yield { path: ['policy', 'outcomes', id], problem: 'no answer leads here' };
}

/** With all other answers the same, a narrower answer never opens more than a wider one. */
function* checkNarrowing(flow: Flow): Generator<Problem> {
  for (const reached of walk(flow)) {
    for (const { question, option } of reached.path) {
      const order = flow.policy.narrowestFirst[question] ?? [];
      for (const narrower of order.slice(0, Math.max(0, order.indexOf(option)))) {
        const other = resolve(flow, { ...toAnswers(reached.path), [question]: narrower });
        const [wide, narrow] = [intentOf(flow, reached.end.id), intentOf(flow, other.end.id)];
        if (narrow && !(wide && opensNoMore(narrow, wide))) {
          yield {
            path: ['policy', 'narrowestFirst', question],
            problem: `"${narrower}" leads to "${other.end.id}", which opens more than "${reached.end.id}"`,
          };
        }
      }
    }
  }
}

type Intent = Extract<OutcomePolicy, { kind: 'grant' }>['intent'];

function intentOf(flow: Flow, outcome: string): Intent | null {
  const policy = flow.policy.outcomes[outcome];
  return policy?.kind === 'grant' ? policy.intent : null;
}

const LEVELS = ['read', 'write', 'full', 'user', 'administrator'];
const levelOf = (intent: Intent) => LEVELS.indexOf('role' in intent ? intent.role : intent.access);

/** Kinds open different things, so neither is less than the other; but a panel's administrator opens them all (R1). */
function opensNoMore(narrow: Intent, wide: Intent): boolean {
  if (wide.kind === 'panel-user' && wide.role === 'administrator') return true;
  return (
    narrow.kind === wide.kind &&
    (narrow.kind !== 'ftp' || wide.kind !== 'ftp' || narrow.area === wide.area || wide.area === 'tree') &&
    levelOf(narrow) <= levelOf(wide)
  );
}
