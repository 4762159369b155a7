import type { Kind } from '../contract/index.ts';
import { type AgentConfig, journalPath, linkStatePath, VERSION } from './config.ts';
import { Journal, type Resource, type Step } from './journal/index.ts';
import { type Identity, Link, type Socket } from './link/index.ts';
import {
  ExpirySweep,
  inParts,
  Reconciler,
  type Report,
  type ServicePort,
  systemClock,
  takeInventory,
} from './reconcile/index.ts';
import { describeEndpoint, FtpService, HomeGuard } from './services/ftp/index.ts';
import { keepPrivate, makePrivateFolder, writePrivate } from './system/files.ts';

export type AgentOptions = {
  config: AgentConfig;
  who: Identity;
  complain?: (words: string) => void;
  onStep?: (step: Step, resource: Resource) => void;
  openSocket?: (url: string) => Socket;
};
export type RunningAgent = { stop(): Promise<void> };

const INVENTORY_AGAIN_MS = 1000;

/** Puts the agent together and starts it: unfinished work first, then ends of access, then the link. */
export function startAgent({ config, who, ...options }: AgentOptions): RunningAgent {
  const complain = options.complain ?? ((words) => console.error(words));
  makePrivateFolder(config.stateDir);
  const ftp = new FtpService(config.ftp);
  keepPrivate(config.ftp.accessDb);
  const services: Record<Kind, ServicePort> = { ftp };
  const journal = new Journal(journalPath(config), options.onStep);
  const sweep = new ExpirySweep(ftp, systemClock, complain);
  const report = (message: Report) => {
    if (message.t === 'ack' && message.outcome === 'present') void sweep.sweep();
    return link.send(message);
  };
  const reconciler = new Reconciler({ services, journal, clock: systemClock, report, complain });
  // Applying the same state once more says, with the right fault, why it cannot be in force any longer.
  const guard = new HomeGuard(ftp, systemClock, (principals) => reconciler.repair('ftp', principals), complain);
  const link = new Link({
    url: config.url,
    who,
    version: VERSION,
    clock: systemClock,
    complain,
    endpoints: () => ({ ftp: describeEndpoint(config.ftp) }),
    openSocket: options.openSocket ?? ((url) => new WebSocket(url)),
    onWelcome: () => void greetEdge(),
    onDesired: ({ items }) => reconciler.submit(items),
    onAsk: ({ id, tree, path }) =>
      void services.ftp.directories(tree, path).then(
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

  async function greetEdge(): Promise<void> {
    void sweep.sweep();
    try {
      for (const part of inParts(await takeInventory(services, journal))) link.send(part);
    } catch (error) {
      complain(`inventory: ${error instanceof Error ? error.message : 'unknown error'}`);
      systemClock.after(INVENTORY_AGAIN_MS, () => void greetEdge());
      return;
    }
    reconciler.resume();
  }

  reconciler.resume();
  void sweep.sweep();
  void guard.look();
  link.start();
  return {
    async stop() {
      link.stop();
      sweep.stop();
      guard.stop();
      reconciler.stop();
      await reconciler.settled();
      journal.close();
      ftp.close();
    },
  };
}
