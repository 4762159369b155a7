import { pageAddress, readAddress } from './address.ts';
import { type Answered, toAnswers } from './resolve.ts';
import type { Flow } from './schema.ts';

/** Where somebody was when they asked for help (R15): a page of this site, and what a wizard had been told. */
export interface AskedFrom {
  page: string;
  flow: string | null;
  answers: readonly { node: string; answer: string }[];
}

/** What has to be known of a wizard to say its answers in words; the pages for people carry no more of it. */
export interface FlowWords {
  title: string;
  questions: Readonly<Record<string, { short: string; options: Readonly<Record<string, string>> }>>;
}
export type KnownFlows = Readonly<Record<string, FlowWords>>;

const PAGE = /^\/[^?#]{0,199}$/;
/** As many as a message may carry. */
const MOST = 20;

export const flowWords = ({ words }: Flow): FlowWords => ({
  title: words.title,
  questions: Object.fromEntries(
    Object.entries(words.questions).map(([id, { short, options }]) => [
      id,
      { short, options: Object.fromEntries(Object.entries(options).map(([option, { label }]) => [option, label])) },
    ]),
  ),
});

/** `?strona=…&kreator=…&odp=pytanie.odpowiedz`: nothing personal, because a wizard's answers never are. */
export function helpQuery({ page, flow, answers }: AskedFrom): string {
  const pairs = [['strona', page], ...(flow === null ? [] : [['kreator', flow]])];
  return new URLSearchParams([...pairs, ...answers.map(({ node, answer }) => ['odp', `${node}.${answer}`])]).toString();
}

/** The query for a page of a wizard, with the answers that led there. */
export const wizardHelpQuery = (flow: string, page: string, before: readonly Answered[]): string =>
  helpQuery({
    page: pageAddress(flow, page),
    flow,
    answers: Object.entries(toAnswers(before)).map(([node, answer]) => ({ node, answer })),
  });

const hasAnswer = (words: FlowWords, node: string, answer: string) =>
  Object.hasOwn(words.questions, node) && Object.hasOwn(words.questions[node]?.options ?? {}, answer);

/** Only what the wizard itself can say: anything else in an address was put there by somebody. */
function known(page: string | null, flow: string | null, answers: readonly (readonly [string, string])[], flows: KnownFlows) {
  if (!page || !PAGE.test(page)) return null;
  const words = flow !== null && Object.hasOwn(flows, flow) ? flows[flow] : undefined;
  if (!words) return { page, flow: null, answers: [] };
  const given = answers.filter(([node, answer]) => hasAnswer(words, node, answer)).slice(0, MOST);
  return { page, flow, answers: given.map(([node, answer]) => ({ node, answer })) };
}

/** Reads what `helpQuery` wrote; null when it says nothing. */
export function readHelpQuery(query: URLSearchParams, flows: KnownFlows): AskedFrom | null {
  const answers = query.getAll('odp').map((pair) => {
    const [node = '', answer = ''] = pair.split('.');
    return [node, answer] as const;
  });
  return known(query.get('strona'), query.get('kreator'), answers, flows);
}

/** The same from the page that a person came from; null when it was not one of ours. */
export function readReferrer(referrer: string, origin: string, flows: KnownFlows): AskedFrom | null {
  if (!URL.canParse(referrer)) return null;
  const from = new URL(referrer);
  if (from.origin !== origin) return null;
  return known(from.pathname, readAddress(from.pathname)?.flow ?? null, [...from.searchParams], flows);
}

/** The answers as people chose them; what a wizard of today no longer asks is said by its names. */
export function answerLines({ flow, answers }: Pick<AskedFrom, 'flow' | 'answers'>, flows: KnownFlows): string[] {
  const words = flow !== null && Object.hasOwn(flows, flow) ? flows[flow] : undefined;
  return answers.map(({ node, answer }) => {
    const question = words?.questions[node];
    return `${question?.short ?? node}: ${question?.options[answer] ?? answer}`;
  });
}
