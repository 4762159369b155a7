import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../agent/journal/index.ts';
import {
  ExpirySweep,
  Reconciler,
  type Report,
  type ServicePort,
  type Services,
  systemClock,
  takeInventory,
} from '../../../agent/reconcile/index.ts';
import type { DesiredItem, InventoryItem } from '../../../contract/index.ts';
import { waitFor } from '../../support/stage/wait.ts';
import type { HostUnderTest, KindUnderTest, Wish } from './kind-under-test.ts';

/** A kind's real service with the agent's own reconciler and journal beside it, and no edge. */
export type Bench = HostUnderTest & {
  kind: KindUnderTest;
  /** The kind's own port, as the reconciler uses it. */
  port(): ServicePort;
  reports: Report[];
  /** Hands wanted items to the reconciler and waits until it is through; second looks come later. */
  submit(...items: DesiredItem[]): Promise<void>;
  /** Gives access under gen 1 and says under which name. */
  give(wish?: Wish): Promise<string>;
  lookedTwice(user: string): Promise<Report>;
  /** Waits until no session is to be looked for any more. */
  lookedEnough(): Promise<unknown>;
  /** What the agent would tell the edge of a user at connect. */
  inInventory(user: string): Promise<InventoryItem | null>;
  /** The next look for live sessions finds none, as if they did not show themselves yet. */
  blindOneLook(): void;
  /** From here on nothing of ours runs. */
  stopAgent(): Promise<void>;
  /** A new agent on the same journal, which begins as each does. */
  startAgent(): Promise<void>;
};

let users = 0;
/** A name that no test has used. */
export const aUser = (): string => `kl-proba-${++users}`;

export async function openBench(kind: KindUnderTest): Promise<Bench> {
  // Short, because sockets of daemons lie below it.
  const dir = await mkdtemp(join(tmpdir(), 'kl-'));
  await chmod(dir, 0o755);
  const host = await kind.open(dir);
  const reports: Report[] = [];
  const blind = { looks: 0 };
  let agent = startAgentBeside(host, kind, join(dir, 'journal.db'), reports, blind);
  const bench: Bench = {
    ...host,
    kind,
    reports,
    port: () => agent.port,
    submit: (...items) => agent.submit(items),
    async give(wish = {}) {
      const user = aUser();
      await agent.submit([host.present(user, 1, wish)]);
      return user;
    },
    lookedTwice: (user) =>
      waitFor('the second look', () =>
        reports.find(
          (report) => report.principal === user && report.t === 'ack' && report.outcome === 'absent' && report.look === 2,
        ),
      ),
    lookedEnough: () => waitFor('the last second look', () => agent.owesNothing()),
    inInventory: (user) => agent.inInventory(user),
    blindOneLook() {
      blind.looks = 1;
    },
    stopAgent: () => agent.stop(),
    async startAgent() {
      agent = startAgentBeside(host, kind, join(dir, 'journal.db'), reports, blind);
      await agent.begin();
    },
    async close() {
      await agent.stop();
      await host.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
  await bench.submit(...host.assets);
  await host.furnish();
  return bench;
}

function startAgentBeside(
  host: HostUnderTest,
  { kind }: KindUnderTest,
  journalFile: string,
  reports: Report[],
  blind: { looks: number },
) {
  const { services, close } = host.openServices();
  const port = services[kind];
  if (!port) throw new Error(`no service of kind ${kind}`);
  const journal = new Journal(journalFile);
  const watched: Services = { ...services, [kind]: withBlindness(port, blind) };
  const reconciler = new Reconciler({
    services: watched,
    journal,
    clock: systemClock,
    report: (report) => reports.push(report) > 0,
  });
  const sweep = new ExpirySweep(port, systemClock);
  let running = true;
  return {
    port,
    async submit(items: readonly DesiredItem[]) {
      reconciler.submit(items);
      await reconciler.settled();
    },
    owesNothing: () => journal.open().length === 0,
    async inInventory(user: string) {
      const { items, unread } = await takeInventory({ [kind]: port }, journal);
      if (unread.length > 0) throw new Error(`${kind} could not be read`);
      return items.find(({ principal }) => principal === user) ?? null;
    },
    async begin() {
      reconciler.resume();
      await sweep.sweep();
    },
    async stop() {
      if (!running) return;
      running = false;
      sweep.stop();
      reconciler.stop();
      await reconciler.settled();
      journal.close();
      await close();
    },
  };
}

const withBlindness = (port: ServicePort, blind: { looks: number }): ServicePort => ({
  read: (principal) => port.read(principal),
  readAll: () => port.readAll(),
  apply: (principal, gen, state) => port.apply(principal, gen, state),
  remove: (principal) => port.remove(principal),
  endSessions: async (principal, olderThanMs) =>
    blind.looks-- > 0 ? { ok: true, ended: 0 } : port.endSessions(principal, olderThanMs),
  endExpired: (now) => port.endExpired(now),
  displaced: () => port.displaced(),
});

/** A password as it travels to the host. */
export function travelling(kind: KindUnderTest, password: string) {
  const hash = kind.hash(password);
  return { hash, print: createHash('sha256').update(hash).digest('hex') };
}
