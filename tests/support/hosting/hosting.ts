import { chmod, mkdir } from 'node:fs/promises';
import type { Daemon } from './daemon.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { dnsFolder, mailFolder } from './layout.ts';
import { type Mariadb, startMariadb } from './mariadb.ts';
import { openFolder } from './open-folder.ts';
import { type PhpMyAdmin, startPhpMyAdmin } from './phpmyadmin.ts';
import { type Powerdns, startPowerdns } from './powerdns.ts';
import { type Proftpd, type ProftpdOptions, startProftpd } from './proftpd.ts';

/** The programs of a hosting server. */
export type HostingDaemonName = 'ftp' | 'database' | 'phpMyAdmin' | 'mail' | 'dns';
export type HostingOptions = ProftpdOptions & {
  /** MariaDB, and phpMyAdmin in front of it. */
  database?: boolean;
  /** Dovecot. */
  mail?: boolean;
  /** PowerDNS. */
  dns?: boolean;
  /** Told of each program as soon as it answers. */
  onDaemon?: (name: HostingDaemonName, daemon: Pick<Daemon, 'pid' | 'stop'>) => void;
};
/** A hosting server: its ProFTPD, and what else was asked for. Each of them can be stopped alone as well. */
export type Hosting = Pick<Proftpd, 'host' | 'ports' | 'paths' | 'prints'> & {
  proftpd: Proftpd;
  mariadb: Mariadb | null;
  phpMyAdmin: PhpMyAdmin | null;
  dovecot: Dovecot | null;
  powerdns: Powerdns | null;
  /** Stops all of it. */
  stop(): Promise<void>;
};

/**
 * Starts real daemons below `dir` on loopback, side by side, and waits until they answer. A second start with the same `dir`
 * finds keys, ports and data as they were left.
 *
 * @throws when one of them does not start; those that did are stopped again.
 */
export async function startHosting({
  database = false,
  mail = false,
  dns = false,
  onDaemon,
  ...options
}: HostingOptions): Promise<Hosting> {
  const stops: (() => Promise<void>)[] = [];
  const started = <D extends Pick<Daemon, 'pid' | 'stop'>>(name: HostingDaemonName, daemon: D): D => {
    stops.push(daemon.stop);
    onDaemon?.(name, daemon);
    return daemon;
  };
  const stop = async () => void (await Promise.all(stops.splice(0).map((end) => end())));
  const { dir } = options;
  await mkdir(dir, { recursive: true });
  await chmod(dir, 0o755); // Customers' own processes and mail's owner walk through it; folders made for a test are closed to them.
  const starting = [
    startProftpd(options).then((daemon) => started('ftp', daemon)),
    database ? startDatabase(dir, started) : noDatabase,
    mail ? startMail(dir).then((daemon) => started('mail', daemon)) : null,
    dns ? startDns(dir).then((daemon) => started('dns', daemon)) : null,
  ] as const;
  const failed = (await Promise.allSettled(starting)).find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const [proftpd, databases, dovecot, powerdns] = await Promise.all(starting);
  const { host, ports, paths, prints } = proftpd;
  return { host, ports, paths, prints, proftpd, ...databases, dovecot, powerdns, stop };
}

const noDatabase = { mariadb: null, phpMyAdmin: null };

async function startDatabase(dir: string, started: <D extends Daemon>(name: HostingDaemonName, daemon: D) => D) {
  const mariadb = started('database', await startMariadb({ dir }));
  return { mariadb, phpMyAdmin: started('phpMyAdmin', await startPhpMyAdmin({ dir, mariadb })) };
}

/** Dovecot makes sockets in a folder below this one, and the path of a socket may be 107 bytes long. */
const LONGEST_MAIL_FOLDER = 74;

const startMail = (dir: string): Promise<Dovecot> => startDovecot({ dir: openFolder(mailFolder(dir), LONGEST_MAIL_FOLDER) });

/** Its control socket lies directly in its folder. */
const LONGEST_DNS_FOLDER = 85;

const startDns = (dir: string): Promise<Powerdns> => startPowerdns({ dir: openFolder(dnsFolder(dir), LONGEST_DNS_FOLDER) });
