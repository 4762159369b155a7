import { join } from 'node:path';
import { ROUTES } from '../../../contract/index.ts';
import { DEMO_IDS, plantDemo } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE, TREES } from '../../../demo/people.ts';
import { type Hosting, startHosting } from '../hosting/hosting.ts';
import { type Agent, startAgent } from './agent.ts';
import { type Edge, startEdge } from './edge.ts';
import { signIn } from './session.ts';
import { waitFor } from './wait.ts';

/** Named in Polish, because the demo tells people when a part dies. */
export type StagePart = { name: string; stop: () => Promise<void>; gone?: Promise<unknown> };
export type StageOptions = {
  /** Keeps everything; a second start from it finds the same data, files and enrolled agent. */
  dir: string;
  port?: number;
  /** False runs the edge alone: no hosting server and no agent. */
  hosting?: boolean;
  /** Told of each part as it starts, so that it can be stopped even when a later one fails. */
  onPart?: (part: StagePart) => void;
};
export type Stage = {
  readonly edge: Edge;
  readonly hosting: Hosting | null;
  readonly agent: Agent | null;
  /** Stops agent, hosting server and edge, in this order. */
  stop(): Promise<void>;
};

/** The demo's people and accounts on the edge, a real ProFTPD, and the agent between them, connected. */
export async function startStage({ dir, port, hosting: wanted = true, onPart }: StageOptions): Promise<Stage> {
  const parts: StagePart[] = [];
  const started = (part: StagePart) => {
    parts.unshift(part);
    onPart?.(part);
  };
  const stop = async () => {
    for (const part of parts.splice(0)) await part.stop();
  };
  try {
    const edge = await startEdge({ dir: join(dir, 'edge'), ...(port === undefined ? {} : { port }) });
    started({ name: 'Strona i API', stop: () => edge.stop() });
    await plantDemo(edge);
    const server = wanted ? await startServer(dir, edge, started) : { hosting: null, agent: null };
    return { edge, ...server, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

async function startServer(
  dir: string,
  edge: Edge,
  started: (part: StagePart) => void,
): Promise<{ hosting: Hosting; agent: Agent }> {
  const hosting = await startHosting({ dir: join(dir, 'hosting'), customers: TREES });
  started({ name: 'Serwer FTP', stop: () => hosting.stop() });
  const agent = await startAgent({ dir: join(dir, 'agent'), edgeUrl: edge.url, hosting, enrolToken: () => newEnrolToken(edge) });
  started({ name: 'Agent serwera', stop: () => agent.stop(), gone: agent.exited });
  await waitFor('the agent to connect', () => isOnline(edge), { ms: 15_000 });
  return { hosting, agent };
}

/** As a person would: the operator asks for a token that works once. */
async function newEnrolToken(edge: Edge): Promise<string> {
  const operator = await signIn(edge, PEOPLE.operator.email, DEMO_PASSWORD);
  const answer = await operator.call('renewHostToken', { params: { hostId: DEMO_IDS.host } });
  if (answer.status !== 201) throw new Error(`no enrolment token: ${answer.status} ${await answer.text()}`);
  const { token } = ROUTES.renewHostToken.responses[201].content['application/json'].schema.parse(await answer.json());
  return token;
}

async function isOnline(edge: Edge): Promise<boolean> {
  const row = await edge.db.prepare('SELECT online FROM host WHERE id = ?').bind(DEMO_IDS.host).first<{ online: number }>();
  return row?.online === 1;
}
