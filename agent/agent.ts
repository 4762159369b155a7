import type { Kind } from '../contract/index.ts';
import { type AgentConfig, fileSocketsPath, journalPath, linkStatePath, VERSION } from './config.ts';
import { openFileDoor } from './files/index.ts';
import { Journal, type Resource, type Step } from './journal/index.ts';
import { type Identity, Link, type Socket } from './link/index.ts';
import { ExpirySweep, Guard, Reconciler, type Report, type ServicePort, Stocktaking, systemClock } from './reconcile/index.ts';
import { openServices } from './services/index.ts';
import { makePrivateFolder, writePrivate } from './system/files.ts';

export type AgentOptions = {
  config: AgentConfig;
  who: Identity;
  complain?: (words: string) => void;
  onStep?: (step: Step, resource: Resource) => void;
  openSocket?: (url: string) => Socket;
};
export type RunningAgent = { stop(): Promise<void> };

/** Puts the agent together and starts it: unfinished work first, then ends of access, then the link. */
export function startAgent({ config, who, ...options }: AgentOptions): RunningAgent {
  const complain = options.complain ?? ((words) => console.error(words));
  makePrivateFolder(config.stateDir);
  const served = openServices(config);
  const { services } = served;
  const door =
    config.files &&
    openFileDoor({
      ...config.files,
      customersRoot: config.ftp.customersRoot,
      runDir: fileSocketsPath(config),
      hostId: who.hostId,
      edge: config.url,
      complain,
    });
  const journal = new Journal(journalPath(config), options.onStep);
  const kinds = Object.entries(services) as [Kind, ServicePort][];
  const sweeps = new Map(kinds.map(([kind, service]) => [kind, new ExpirySweep(service, systemClock, complain)]));
  const report = (message: Report) => {
    if (message.t === 'ack' && message.outcome === 'present') void sweeps.get(message.kind)?.sweep();
    return link.send(message);
  };
  const reconciler = new Reconciler({ services, journal, clock: systemClock, report, complain });
  // Applying the same state once more puts it right, or says, with the right fault, why it cannot be in force any longer.
  const guards = kinds.map(
    ([kind, service]) => new Guard(service, systemClock, (principals) => reconciler.repair(kind, principals), complain),
  );
  const stocktaking = new Stocktaking({ services, journal, clock: systemClock, send: (part) => link.send(part), complain });
  const link = new Link({
    url: config.url,
    who,
    version: VERSION,
    clock: systemClock,
    complain,
    endpoints: () => ({ ...served.endpoints(), ...(config.files && { files: { url: config.files.url } }) }),
    openSocket: options.openSocket ?? ((url) => new WebSocket(url)),
    onWelcome: ({ ticketKey }) => {
      door?.takeKey(ticketKey);
      void greetEdge();
    },
    onVoidTickets: ({ account, issuedBefore }) => door?.voidTickets(account, issuedBefore),
    onDesired: ({ items }) => reconciler.submit(items),
    onAsk: ({ id, question }) =>
      void served.answer(question).then(
        (answer) => link.send({ t: 'reply', id, answer }),
        () => link.send({ t: 'reply', id, answer: { ok: false, fault: 'unexpected' } }),
      ),
    onState: noteLinkState,
  });

  /** For `status` alone: a disk that is full must not end the agent. */
  function noteLinkState(state: string): void {
    try {
      writePrivate(linkStatePath(config), JSON.stringify({ state, at: Date.now(), pid: process.pid }));
    } catch (error) {
      complain(`link state: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }

  function sweepAll(): void {
    for (const sweep of sweeps.values()) void sweep.sweep();
  }

  async function greetEdge(): Promise<void> {
    sweepAll();
    if (await stocktaking.tell()) reconciler.resume();
  }

  reconciler.resume();
  sweepAll();
  for (const guard of guards) void guard.look();
  link.start();
  return {
    async stop() {
      link.stop();
      stocktaking.stop();
      for (const sweep of sweeps.values()) sweep.stop();
      for (const guard of guards) guard.stop();
      reconciler.stop();
      await reconciler.settled();
      journal.close();
      await door?.close();
      await served.close();
    },
  };
}
