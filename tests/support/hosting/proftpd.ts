import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { proftpdConf } from './config.ts';
import { type Daemon, freePort, greets, startDaemon } from './daemon.ts';
import { keyPrints, makeKeys, writeKnownHosts } from './keys.ts';
import { type HostingPaths, type HostingPorts, hostingPaths } from './layout.ts';
import { type Customer, growTree } from './trees.ts';

export type ProftpdOptions = { dir: string; ftpsPort?: number; sftpPort?: number; customers: readonly Customer[] };
export type Proftpd = Daemon & {
  host: '127.0.0.1';
  ports: HostingPorts;
  paths: HostingPaths;
  prints: { certificatePrint: string; hostKeyPrint: string };
};

/**
 * Starts a real ProFTPD below `dir` on loopback and waits until it answers. A second start with the same
 * `dir` keeps keys, ports, customers' files and access.db. The agent must have made access.db before anyone can sign in.
 *
 * @throws when the daemon ends before it answers; the message carries its own words.
 */
export async function startProftpd(options: ProftpdOptions): Promise<Proftpd> {
  const paths = hostingPaths(options.dir);
  await makeFolders(paths);
  await makeKeys(paths);
  for (const customer of options.customers) await growTree(paths.customersRoot, customer);
  const ports = await choosePorts(paths, options);
  await writeKnownHosts(paths, ports.sftp);
  await writeFile(paths.conf, proftpdConf(paths, ports), { mode: 0o600 });
  const daemon = await startDaemon({
    command: '/usr/sbin/proftpd',
    args: ['-n', '-q', '-c', paths.conf],
    answers: async () => (await greets(ports.ftps, /^220/)) && (await greets(ports.sftp, /^SSH-2/)),
  });
  return { ...daemon, host: '127.0.0.1', ports, paths, prints: await keyPrints(paths) };
}

async function makeFolders(paths: HostingPaths): Promise<void> {
  await mkdir(paths.log, { recursive: true });
  await mkdir(paths.customersRoot, { recursive: true });
  // Customers' own processes walk through `dir`, but never into the daemon's folder.
  await chmod(paths.dir, 0o755);
  await chmod(paths.daemon, 0o700);
  await chmod(paths.customersRoot, 0o755);
}

async function choosePorts(paths: HostingPaths, options: ProftpdOptions): Promise<HostingPorts> {
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
