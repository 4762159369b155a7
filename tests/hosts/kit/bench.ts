import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../agent/journal/index.ts';
import { Guard, Reconciler, type Report, systemClock } from '../../../agent/reconcile/index.ts';
import { FtpService } from '../../../agent/services/ftp/index.ts';
import type { DesiredItem, FtpDesired } from '../../../contract/index.ts';
import { type Customer, cryptScrypt, type Hosting, startHosting } from '../../support/hosting/index.ts';

export const PASSWORD = 'tajne-Hasło-1';
const HASH = cryptScrypt(PASSWORD);

/** A hosting server with the agent's own reconciler beside it, and no edge. */
export type Bench = {
  hosting: Hosting;
  ftp: FtpService;
  reports: Report[];
  submit(...items: DesiredItem[]): Promise<void>;
  /** Waits until the report has come. */
  reported(matches: (report: Report) => boolean): Promise<Report>;
  tree(tree: string, path?: string): string;
  close(): Promise<void>;
};

export async function openBench(customers: readonly Customer[]): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), 'klucznik-hosting-'));
  await chmod(dir, 0o755);
  const hosting = await startHosting({ dir, customers });
  const ftp = new FtpService(hosting.paths);
  const journal = new Journal(':memory:');
  const reports: Report[] = [];
  const reconciler = new Reconciler({
    services: { ftp },
    journal,
    clock: systemClock,
    report: (report) => reports.push(report) > 0,
  });
  const guard = new Guard(ftp, systemClock, (principals) => reconciler.repair('ftp', principals));
  await guard.look();
  return {
    hosting,
    ftp,
    reports,
    async submit(...items) {
      reconciler.submit(items);
      await reconciler.settled();
    },
    async reported(matches) {
      return until(() => reports.find(matches) ?? null);
    },
    tree: (tree, path = '') => join(hosting.paths.customersRoot, tree, path),
    async close() {
      guard.stop();
      reconciler.stop();
      await reconciler.settled();
      journal.close();
      ftp.close();
      await hosting.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Asks again and again until there is an answer; fails after 15 seconds. */
export async function until<T>(ask: () => T | null | Promise<T | null>): Promise<T> {
  const began = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() - began > 15_000) throw new Error('waited for too long');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** An FTP user of the shop who reads and writes one directory; change what the test is about. */
export const aState = (change: Partial<FtpDesired> = {}): FtpDesired => ({
  tree: 'sklep',
  directory: '/public_html/sklep',
  access: 'write',
  notAfter: null,
  password: { hash: HASH, print: createHash('sha256').update(HASH).digest('hex') },
  keys: [],
  ...change,
});

let principals = 0;
/** A principal that no test has used. */
export const aPrincipal = (): string => `kl-proba-${++principals}`;
export const present = (principal: string, change: Partial<FtpDesired> = {}, gen = 1): DesiredItem => ({
  kind: 'ftp',
  principal,
  gen,
  state: aState(change),
});
export const absent = (principal: string, gen = 2): DesiredItem => ({ kind: 'ftp', principal, gen, state: null });
