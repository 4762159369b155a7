import { join } from 'node:path';

/** Where things lie below a fixture's directory. */
export function hostingPaths(dir: string) {
  const daemon = join(dir, 'private');
  return {
    dir,
    customersRoot: join(dir, 'customers'),
    /** Readable by root alone: hashes, private keys, sockets. */
    daemon,
    log: join(daemon, 'log'),
    conf: join(daemon, 'proftpd.conf'),
    scoreboard: join(daemon, 'scoreboard'),
    accessDb: join(daemon, 'access.db'),
    certificate: join(daemon, 'certificate.pem'),
    certificateKey: join(daemon, 'certificate.key'),
    hostKey: join(daemon, 'ssh_host_key'),
    /** What an SFTP client is to believe: the real host key under this host and port. */
    knownHosts: join(dir, 'known_hosts'),
    portsFile: join(daemon, 'ports.json'),
  };
}
export type HostingPaths = ReturnType<typeof hostingPaths>;

/** Where Dovecot's things lie, unless that is no place for it. */
export const mailFolder = (dir: string): string => join(dir, 'dovecot');

/** Where PowerDNS' things lie, unless that is no place for it. */
export const dnsFolder = (dir: string): string => join(dir, 'dns');

export type HostingPorts = { ftps: number; sftp: number; passive: readonly [number, number] };
