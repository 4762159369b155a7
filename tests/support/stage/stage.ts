import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '../../../contract/index.ts';
import { plantBelongings } from '../../../demo/belongings.ts';
import { DEMO_IDS, DEMO_OFFICE, plantDemo } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE, TREES } from '../../../demo/people.ts';
import { type Hosting, type HostingDaemonName, type HostingOptions, startHosting } from '../hosting/index.ts';
import { type Agent, startAgent } from './agent.ts';
import { type Clouds, startClouds } from './clouds.ts';
import { type Edge, type EdgeOptions, startEdge } from './edge.ts';
import { freePort } from './ports.ts';
import { processGone } from './process.ts';
import { signIn } from './session.ts';
import { waitFor } from './wait.ts';

/** Named in Polish, because the demo tells people when a part dies. */
export type StagePart = { name: string; pid: number; stop: () => Promise<void>; gone?: Promise<unknown> };
type Serves = Pick<HostingOptions, 'database' | 'mail' | 'dns'>;
export type StageOptions = {
  /** Keeps everything; a second start from it finds the same data, files and enrolled agent. */
  dir: string;
  port?: number;
  /** False runs the edge alone: no hosting server and no agent. */
  hosting?: boolean;
  /** True plays the clouds of vendors; without them their seats wait. */
  clouds?: boolean;
  /** What the hosting server has beside files; databases, mail and DNS unless said otherwise. */
  serves?: Serves;
  /** Another worker, or other `[vars]`. */
  edge?: Pick<EdgeOptions, 'entry' | 'vars'>;
  /** Address that the agent is given instead of the edge's own, for whoever puts something in between. */
  roadTo?: (edgeUrl: string) => Promise<string>;
  /** Told of each part as it starts, so that it can be stopped even when a later one fails. */
  onPart?: (part: StagePart) => void;
};
export type Stage = {
  readonly edge: Edge;
  readonly clouds: Clouds | null;
  readonly hosting: Hosting | null;
  readonly agent: Agent | null;
  /** Stops agent, hosting server and edge, in this order. */
  stop(): Promise<void>;
};

/** The demo's people and accounts on the edge, played clouds of vendors, a real hosting server, and the agent between them, connected. */
export async function startStage({
  dir,
  port,
  hosting: wanted = true,
  clouds: withClouds = false,
  serves = { database: true, mail: true, dns: true },
  edge: edgeOptions,
  roadTo,
  onPart,
}: StageOptions): Promise<Stage> {
  const parts: StagePart[] = [];
  const ending: (() => Promise<void>)[] = [];
  const started = (part: StagePart) => {
    parts.unshift(part);
    onPart?.(part);
  };
  const stop = async () => {
    for (const part of parts.splice(0)) await part.stop();
    for (const end of ending.splice(0)) await end();
  };
  try {
    const clouds = withClouds ? await startClouds([{ sku: DEMO_OFFICE.product, bought: DEMO_OFFICE.seats }]) : null;
    if (clouds) ending.push(() => clouds.stop());
    const edge = await startEdge({
      dir: join(dir, 'edge'),
      ...(port === undefined ? {} : { port }),
      ...edgeOptions,
      vars: { ...clouds?.vars, ...edgeOptions?.vars },
    });
    started({ name: 'Strona i API', pid: edge.workerdPid, stop: () => edge.stop() });
    await plantDemo(edge);
    const server = wanted
      ? await startServer({ dir, edge, edgeUrl: (await roadTo?.(edge.url)) ?? edge.url, serves }, started)
      : { hosting: null, agent: null };
    return { edge, clouds, ...server, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

const DAEMONS: Record<HostingDaemonName, string> = {
  ftp: 'Serwer FTP',
  database: 'Serwer baz danych',
  phpMyAdmin: 'phpMyAdmin',
  mail: 'Serwer poczty',
  dns: 'Serwer DNS',
};

async function startServer(
  { dir, edge, edgeUrl, serves }: { dir: string; edge: Edge; edgeUrl: string; serves: Serves },
  started: (part: StagePart) => void,
): Promise<{ hosting: Hosting; agent: Agent }> {
  chmodSync(dir, 0o755); // Customers' sessions walk through it to their trees; folders made for a test are closed to them.
  const hosting = await startHosting({
    dir: join(dir, 'hosting'),
    customers: TREES,
    ...serves,
    onDaemon: (name, { pid, stop }) => started({ name: DAEMONS[name], pid, stop, gone: processGone(pid) }),
  });
  const agent = await startAgent({
    dir: join(dir, 'agent'),
    edgeUrl,
    hosting,
    filesPort: await freePort(),
    enrolToken: () => newEnrolToken(edge),
  });
  started({ name: 'Agent serwera', pid: agent.pid, stop: () => agent.stop(), gone: agent.exited });
  await waitFor('the agent to connect', () => isOnline(edge), { ms: 15_000 });
  await plantBelongings(edge, hosting);
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
