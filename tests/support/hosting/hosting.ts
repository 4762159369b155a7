import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { proftpdConf } from './config.ts';
import { keyPrints, makeKeys, writeKnownHosts } from './keys.ts';
import { type HostingPaths, type HostingPorts, hostingPaths } from './layout.ts';
import { type Customer, growTree } from './trees.ts';

export type HostingOptions = { dir: string; ftpsPort?: number; sftpPort?: number; customers: readonly Customer[] };
export type Hosting = {
  host: '127.0.0.1';
  ports: HostingPorts;
  paths: HostingPaths;
  prints: { certificatePrint: string; hostKeyPrint: string };
  pid: number;
  stop(): Promise<void>;
};

/**
 * Starts a real ProFTPD below `dir` on loopback and waits until it answers. A second start with the same
 * `dir` keeps keys, ports, customers' files and access.db. The agent must have made access.db before anyone can sign in.
 *
 * @throws when the daemon ends before it answers; the message carries its own words.
 */
export async function startHosting(options: HostingOptions): Promise<Hosting> {
  const paths = hostingPaths(options.dir);
  await makeFolders(paths);
  await makeKeys(paths);
  for (const customer of options.customers) await growTree(paths.customersRoot, customer);
  const ports = await choosePorts(paths, options);
  await writeKnownHosts(paths, ports.sftp);
  await writeFile(paths.conf, proftpdConf(paths, ports), { mode: 0o600 });
  const daemon = await startDaemon(paths, ports);
  return {
    host: '127.0.0.1',
    ports,
    paths,
    prints: await keyPrints(paths),
    pid: daemon.pid ?? 0,
    stop: () => stopDaemon(daemon),
  };
}

async function makeFolders(paths: HostingPaths): Promise<void> {
  await mkdir(paths.log, { recursive: true });
  await mkdir(paths.customersRoot, { recursive: true });
  // Customers' own processes walk through `dir`, but never into the daemon's folder.
  await chmod(paths.dir, 0o755);
  await chmod(paths.daemon, 0o700);
  await chmod(paths.customersRoot, 0o755);
}

async function choosePorts(paths: HostingPaths, options: HostingOptions): Promise<HostingPorts> {
  const kept = await readPorts(paths);
  const ftps = options.ftpsPort ?? kept?.ftps ?? (await freePort());
  const sftp = options.sftpPort ?? kept?.sftp ?? (await freePort());
  const first = kept?.passive[0] ?? 20_000 + Math.floor(Math.random() * 10_000);
  const ports = { ftps, sftp, passive: [first, first + 99] } as const;
  await writeFile(paths.portsFile, JSON.stringify(ports));
  return ports;
}

async function readPorts(paths: HostingPaths): Promise<HostingPorts | null> {
  try {
    return JSON.parse(await readFile(paths.portsFile, 'utf8')) as HostingPorts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))));
      });
  });
}

async function startDaemon(paths: HostingPaths, ports: HostingPorts): Promise<ChildProcess> {
  const daemon = spawn('/usr/sbin/proftpd', ['-n', '-q', '-c', paths.conf], { stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [daemon.stdout, daemon.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      words = (words + part).slice(-4000);
    });
  for (let tries = 0; tries < 200; tries++) {
    if (daemon.exitCode !== null) throw new Error(`proftpd ended with ${daemon.exitCode}: ${words}`);
    if ((await answers(ports.ftps, /^220/)) && (await answers(ports.sftp, /^SSH-2/))) return daemon;
    await pause(50);
  }
  await stopDaemon(daemon);
  throw new Error(`proftpd did not answer: ${words}`);
}

/** True when the first words of a server on this loopback port match. */
export function answers(port: number, greeting: RegExp): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port, timeout: 2000 });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket
      .on('error', () => end(false))
      .on('timeout', () => end(false))
      .on('end', () => end(false));
    socket.once('data', (data) => end(greeting.test(data.toString('latin1'))));
  });
}

function stopDaemon(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const last = setTimeout(() => daemon.kill('SIGKILL'), 5000);
    daemon.once('exit', () => {
      clearTimeout(last);
      resolve();
    });
    daemon.kill('SIGTERM');
  });
}
