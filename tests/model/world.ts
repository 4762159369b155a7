import type * as fc from 'fast-check';
import { Journal } from '../../agent/journal/index.ts';
import type { FromAgent, ToAgent } from '../../contract/index.ts';
import { Agent, type DeathPoint } from './agent.ts';
import { Clock, settle } from './clock.ts';
import { Courier } from './courier.ts';
import { type Answer, Edge, type Request, WorkerDied } from './edge.ts';
import { HostingServer } from './hosting-server.ts';
import { ALL_PLACES } from './kinds.ts';
import { HostLink } from './link.ts';
import type { Parts } from './parts.ts';
import type { Credential } from './secrets.ts';

const MINUTE_MS = 60_000;
const RESTART_MS = 2000;
const RECONNECT_MS = 200;

/** Everything between a person's click and a session on a host, on one clock. */
export class World {
  readonly clock = new Clock();
  readonly server = new HostingServer(this.clock);
  readonly foreignAtFirst = this.server.foreign();
  readonly edge: Edge;
  readonly link: HostLink;
  readonly courier: Courier;
  readonly journal = new Journal(':memory:', (step) => this.agent.stepped(step));
  agent: Agent;
  /** Whether the edge runs, and whether the host can reach it. */
  edgeRuns = true;
  reachable = true;
  /** Where the agent will die next. */
  deathAt: DeathPoint | null = null;
  /** Requests whose worker died before it could answer. */
  readonly unanswered: (() => Promise<void>)[] = [];
  /** What the agent's operator can read. */
  readonly agentLog: string[] = [];
  /** Decides who comes first when two do something at once. */
  scheduler: fc.Scheduler | null = null;
  /** From when on no more faults happen; null while they may. */
  healthySince: number | null = null;
  #requests = 0;
  readonly parts: Parts;
  readonly credentials: readonly Credential[];

  constructor(parts: Parts, credentials: readonly Credential[]) {
    this.parts = parts;
    this.credentials = credentials;
    this.edge = new Edge(this.clock, parts);
    this.courier = new Courier({ host: (message) => this.agent.receive(message), edge: (message) => this.link.take(message) });
    this.link = new HostLink(this.edge, (message: ToAgent) => this.courier.send('to the host', message));
    this.agent = this.#boot();
    this.#everyMinute();
  }

  async start(): Promise<void> {
    this.agent.start();
    this.connect();
    await this.courier.deliver();
  }

  connect(): void {
    if (!this.reachable || !this.edgeRuns || this.courier.connected) return;
    this.courier.connected = true;
    this.link.welcome();
  }

  /** The socket breaks; the agent comes back by itself as soon as it can. */
  cut(): void {
    this.courier.cut();
    this.clock.schedule(RECONNECT_MS, () => this.connect());
  }

  async forward(ms: number): Promise<void> {
    await this.clock.forward(ms, () => this.courier.deliver());
  }

  /** Makes a request under a fresh key, and remembers it when its worker dies. */
  async ask(work: (request: Request) => Promise<Answer>, crash: Request['crash'] = null): Promise<Answer | null> {
    this.#requests += 1;
    const op = `request-${this.#requests}`;
    const attempt = async (request: Request): Promise<Answer | null> => {
      try {
        return await work(request);
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
        this.unanswered.push(async () => void (await attempt({ op, crash: null })));
        return null;
      }
    };
    return attempt({ op, crash });
  }

  /** Lets actors loose on each other; every write waits until the scheduler lets it through. */
  async together(actors: (() => Promise<unknown>)[]): Promise<void> {
    const { scheduler, edge } = this;
    if (!scheduler) throw new Error('two at once need a scheduler');
    edge.pause = (where) => scheduler.schedule(Promise.resolve(), where).then(() => undefined);
    await scheduler.waitFor(Promise.all([...actors.map((actor) => actor()), this.courier.deliver()]));
    await scheduler.waitFor(settle());
    while (scheduler.count() > 0) await scheduler.waitOne();
    edge.pause = async () => {};
  }

  /** Ends every fault there is: the network, the host, the edge and the agent are well again. */
  heal(): void {
    this.healthySince = this.clock.now;
    this.courier.heal();
    this.server.calmDown();
    for (const place of ALL_PLACES) this.server.places.add(place);
    this.deathAt = null;
    this.edgeRuns = true;
    this.reachable = true;
  }

  #boot(): Agent {
    return new Agent({
      clock: this.clock,
      server: this.server,
      journal: this.journal,
      parts: this.parts,
      send: (message: FromAgent) => {
        this.courier.send('to the edge', message);
        return this.courier.connected;
      },
      complain: (words) => void this.agentLog.push(words),
      pause: (where) => this.edge.pause(where),
      isFatal: (where) => {
        const fatal = this.deathAt === where;
        if (fatal) this.deathAt = null;
        return fatal;
      },
      died: () => this.#agentDied(),
    });
  }

  #agentDied(): void {
    this.courier.cut();
    this.clock.schedule(RESTART_MS, () => {
      this.agent = this.#boot();
      this.agent.start();
      this.connect();
    });
  }

  #everyMinute(): void {
    this.clock.schedule(MINUTE_MS, () => {
      this.#everyMinute();
      if (this.edgeRuns) void this.link.wake();
    });
  }
}
