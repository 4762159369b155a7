import type { Journal, Step } from '../../agent/journal/index.ts';
import { ExpirySweep, inParts, Reconciler, type ServicePort, takeInventory } from '../../agent/reconcile/index.ts';
import type { FromAgent, ToAgent } from '../../contract/index.ts';
import type { Clock } from './clock.ts';
import type { HostingServer } from './hosting-server.ts';
import { MODEL_KINDS, type ModelKind } from './kinds.ts';
import type { Parts } from './parts.ts';
import { ModelService } from './service.ts';

/** Where an agent can be killed: right after a step of its journal, or around a change of the host. */
export type DeathPoint = Step | 'apply' | 'apply, done' | 'remove' | 'remove, done' | 'cut';

/** The process is gone: whatever it was about to do does not happen. */
class Killed extends Error {}
const never = new Promise<never>(() => {});

export interface Surroundings {
  clock: Clock;
  server: HostingServer;
  journal: Journal;
  parts: Parts;
  send: (message: FromAgent) => boolean;
  complain: (words: string) => void;
  /** Where rivals may come in. */
  pause: (where: string) => Promise<void>;
  /** Says whether death waits here. */
  isFatal: (where: DeathPoint) => boolean;
  /** Somebody must start another one. */
  died: () => void;
}

/** One run of the real agent's core, from start to death; the host and the journal outlive it. */
export class Agent {
  #alive = true;
  readonly #at: Surroundings;
  readonly #reconciler: Reconciler;
  readonly #sweeps: Map<string, ExpirySweep>;
  readonly #services: Record<ModelKind, ServicePort>;
  readonly #journal;

  constructor(at: Surroundings) {
    this.#at = at;
    const clock = {
      now: () => at.clock.now,
      after: (ms: number, work: () => void) => at.clock.schedule(ms, () => this.#alive && work()),
    };
    this.#services = { ftp: this.#service('ftp'), database: this.#service('database') };
    this.#journal = at.parts.journal(this.#mortal(at.journal));
    const report = (message: FromAgent) => {
      if (!this.#alive) return false;
      // An end date may have changed, as agent/agent.ts says.
      if (message.t === 'ack' && message.outcome === 'present') void this.#sweeps.get(message.kind)?.sweep();
      return at.send(message);
    };
    const complain = (words: string) => this.#alive && at.complain(words);
    this.#reconciler = new Reconciler({
      services: this.#services,
      journal: this.#journal,
      clock,
      report,
      complain,
      random: () => 0.5,
    });
    this.#sweeps = new Map(MODEL_KINDS.map((kind) => [kind, new ExpirySweep(this.#services[kind], clock, complain)]));
  }

  start(): void {
    this.#reconciler.resume();
    this.#sweepAll();
  }

  receive(message: ToAgent): void {
    if (!this.#alive) return;
    if (message.t === 'welcome') void this.#greetEdge();
    if (message.t === 'desired') this.#reconciler.submit(message.items);
  }

  /** Called by the journal right after a step is durable. */
  stepped(step: Step): void {
    if (this.#alive && this.#at.isFatal(step)) {
      this.kill();
      throw new Killed();
    }
  }

  #service(kind: ModelKind): ServicePort {
    const genOf = (principal: string) => this.#at.journal.read({ kind, principal })?.item.gen ?? 0;
    return this.#at.parts.service(new ModelService(this.#at.server, kind, genOf, (where) => this.#pause(where)), this.#at.server);
  }

  #sweepAll(): void {
    for (const sweep of this.#sweeps.values()) void sweep.sweep();
  }

  async #greetEdge(): Promise<void> {
    this.#sweepAll();
    const inventory = await takeInventory(this.#services, this.#journal);
    for (const part of inParts(inventory)) if (this.#alive) this.#at.send(part);
    this.#reconciler.resume();
  }

  async #pause(where: string): Promise<void> {
    if (!this.#alive) return never;
    await this.#at.pause(where);
    const point = where.replace(/ [^ ,]+(?=,|$)/, '') as DeathPoint;
    if (this.#alive && this.#at.isFatal(point)) this.kill();
    return this.#alive ? undefined : never;
  }

  /** SIGKILL. */
  kill(): void {
    this.#alive = false;
    this.#at.died();
  }

  /** The journal as a process sees it that can die: the dead write nothing. */
  #mortal(journal: Journal): Journal {
    return new Proxy(journal, {
      get:
        (target, name: keyof Journal) =>
        (...args: never[]) => {
          if (this.#alive) return (target[name] as (...given: never[]) => unknown).apply(target, args);
          if (name === 'read' || name === 'refuse') return null;
          if (name === 'open') return [];
          throw new Killed();
        },
    });
  }
}
