import { DEMO_IDS } from '../demo/data.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import type { Edge } from '../tests/support/stage/index.ts';
import { mailSettled, newGrantBody } from './invite.ts';
import { atMost, type Cell, type Section } from './report.ts';
import { median, percentile, rounded } from './stats.ts';

/** A real route, and how its bare twin is called. */
type Pair = {
  name: string;
  twin: string;
  method: 'GET' | 'POST';
  real: (headers?: Record<string, string>) => Promise<Response>;
  /** Ids that the real one made up, so that the twin makes up others. */
  madeIn: (answer: unknown) => Promise<{ grantId: string; principal: string } | null>;
  /** Waits until what the real one left to be done is done, and drops what its twin left. */
  settle: { real: () => Promise<unknown>; bare: () => Promise<unknown> };
  body?: object;
};
type Compared = { name: string; trips: number; statements: number; real: number[]; bare: number[] };

const AIM = 1.25;

/** The real routes against bare ones that ask D1 the same, taking turns in one workerd. */
export async function measureRatio(edge: Edge, owner: ApiClient, rounds: number): Promise<Section> {
  const compared: Compared[] = [];
  for (const pair of pairsOf(edge, owner)) compared.push(await compare(edge, pair, rounds));
  return {
    title: 'Real routes against bare ones',
    how:
      'A bare Hono route in the same workerd asks D1 the very statements, in the same trips, that the real one was recorded to ask before its answer, ' +
      `and answers with the last rows as JSON: no checks, no mapping, no headers. Both take turns, ${rounds} times each, on an account of 100 grants.`,
    columns: ['route', 'trips', 'statements', 'real p50 ms', 'real p95 ms', 'bare p50 ms', 'bare p95 ms', 'ratio of p50'],
    rows: compared.map(rowOf),
    aims: compared.map((one) => atMost(`${one.name}, ratio to the bare route`, AIM, ratioOf(one), '×')),
  };
}

const ratioOf = ({ real, bare }: Compared): number => rounded(median(real) / median(bare), 2);

function rowOf(one: Compared): Cell[] {
  const times = [one.real, one.bare].flatMap((values) => [rounded(median(values), 2), rounded(percentile(values, 0.95), 2)]);
  return [one.name, one.trips, one.statements, ...times, ratioOf(one)];
}

const nothing = async () => undefined;

function pairsOf(edge: Edge, owner: ApiClient): Pair[] {
  const list = (limit: string) => ({
    name: `GET /grants, ${limit} of them`,
    twin: `list-${limit}`,
    method: 'GET' as const,
    real: (headers = {}) => owner.call('listGrants', { query: { limit }, headers }),
    madeIn: async () => null,
    settle: { real: nothing, bare: nothing },
  });
  return [
    {
      name: 'POST /grants',
      twin: 'create',
      method: 'POST',
      body: newGrantBody(DEMO_IDS.serviceA),
      real: (headers = {}) => owner.call('createGrant', { body: newGrantBody(DEMO_IDS.serviceA), headers }),
      madeIn: async (answer) => {
        const { id: grantId } = answer as { id: string };
        const principal = await edge.db
          .prepare('SELECT principal FROM grants WHERE id = ?')
          .bind(grantId)
          .first<string>('principal');
        return { grantId, principal: principal ?? '' };
      },
      settle: {
        real: () => mailSettled(edge),
        bare: () => edge.db.prepare('UPDATE outbox SET sent_at = 0 WHERE sent_at IS NULL').run(),
      },
    },
    list('50'),
    list('10'),
  ];
}

async function compare(edge: Edge, pair: Pair, rounds: number): Promise<Compared> {
  const { trips, statements } = await teach(edge, pair);
  const ask = { bare: () => callBare(edge, pair), real: () => pair.real() };
  const turn = async (which: 'real' | 'bare') => {
    const took = await take(pair.name, ask[which]);
    await pair.settle[which]();
    return took;
  };
  await turn('real');
  await turn('bare');
  const times: { real: number[]; bare: number[] } = { real: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    // Turn and turn about, so that neither always comes after the other.
    const order = round % 2 === 0 ? (['real', 'bare'] as const) : (['bare', 'real'] as const);
    for (const which of order) times[which].push(await turn(which));
  }
  return { name: pair.name, trips, statements, ...times };
}

/** Milliseconds from sending to having read the answer. */
async function take(name: string, ask: () => Promise<Response>): Promise<number> {
  const began = performance.now();
  const response = await ask();
  const text = await response.text();
  const took = performance.now() - began;
  if (!response.ok) throw new Error(`${name} answered ${response.status}: ${text}`);
  return took;
}

/** Records the real route once and lets its twin learn from that. */
async function teach(edge: Edge, pair: Pair): Promise<{ trips: number; statements: number }> {
  const answer = await pair.real({ 'Bench-Record': '1' });
  const made = await pair.madeIn(await answer.json());
  await pair.settle.real();
  const recording = await fetch(`${edge.url}/api/bench/recording`);
  const { during } = (await recording.json()) as { during: { statements: unknown[] }[] };
  await fetch(`${edge.url}/api/bench/lessons/${pair.twin}`, { method: 'POST', body: JSON.stringify({ made }) });
  return { trips: during.length, statements: during.reduce((sum, trip) => sum + trip.statements.length, 0) };
}

const callBare = (edge: Edge, { twin, method, body }: Pair): Promise<Response> =>
  fetch(`${edge.url}/api/bench/bare/${twin}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
