import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from './command.ts';
import { type Daemon, greets, keepPort, startDaemon } from './daemon.ts';
import { makeCertificate } from './keys.ts';
import { copyPristine } from './pristine.ts';

/** Where MariaDB's things lie below a fixture's directory; readable by root alone, but for the certificate. */
export function mariadbPaths(dir: string) {
  const own = join(dir, 'mariadb');
  return {
    own,
    data: join(own, 'data'),
    conf: join(own, 'my.cnf'),
    socket: join(own, 'sock'),
    log: join(own, 'error.log'),
    portFile: join(own, 'port'),
    certificate: join(dir, 'mariadb-certificate.pem'),
    certificateKey: join(own, 'certificate.key'),
  };
}
export type MariadbPaths = ReturnType<typeof mariadbPaths>;
export type MariadbOptions = { dir: string; port?: number };
export type Mariadb = Daemon & { host: '127.0.0.1'; port: number; paths: MariadbPaths; certificatePrint: string };

/** A path to a Unix socket that is longer is cut off by the kernel's own structure (108 bytes with the NUL). */
const LONGEST_SOCKET = 107;

/** Starts a real MariaDB below `dir` on loopback and waits until it answers; a second start with the same `dir` keeps data, port and certificate. */
export async function startMariadb({ dir, port: wanted }: MariadbOptions): Promise<Mariadb> {
  const paths = mariadbPaths(dir);
  if (Buffer.byteLength(paths.socket) > LONGEST_SOCKET) throw new Error(`too long for a Unix socket: ${paths.socket}`);
  await mkdir(paths.own, { recursive: true });
  await chmod(paths.own, 0o700);
  await makeCertificate(paths);
  const port = await keepPort(paths.portFile, wanted);
  await writeFile(paths.conf, mariadbConf(paths, port), { mode: 0o600 });
  if (isUnmade(paths.data)) await installData(paths);
  const daemon = await startDaemon({
    command: '/usr/sbin/mariadbd',
    args: [`--defaults-file=${paths.conf}`],
    answers: () => greets(port, /MariaDB/),
  });
  const { fingerprint256 } = new X509Certificate(await readFile(paths.certificate));
  return { ...daemon, host: '127.0.0.1', port, paths, certificatePrint: fingerprint256 };
}

/** True also for an empty folder, which a disk may be mounted on. */
const isUnmade = (data: string) => !existsSync(data) || readdirSync(data).length === 0;

/** The system tables, which are the same for every server of a version. */
async function installData(paths: MariadbPaths): Promise<void> {
  const version = /Ver (\S+)/.exec(await mustRun('/usr/sbin/mariadbd', ['--version']))?.[1] ?? 'unknown';
  await copyPristine(`mariadb-${version}`, paths.data, (dir) =>
    mustRun('mariadb-install-db', [
      `--defaults-file=${paths.conf}`,
      `--datadir=${dir}`,
      '--auth-root-authentication-method=socket',
      '--auth-root-socket-user=root',
      '--skip-test-db',
    ]),
  );
}

/**
 * The configuration that the agent's accounts are made for.
 *
 * `event_scheduler` keeps end dates without the agent. Without `skip_name_resolve` a session from 127.0.0.1 counts as
 * 'user'@'localhost', and `KILL USER` says nothing and hits nothing. It runs as root because a clone below /root is closed to others.
 * `flush_log_at_trx_commit = 2` keeps every committed row through a kill of the daemon, if not of the machine.
 */
function mariadbConf(paths: MariadbPaths, port: number): string {
  return `# Written by Klucznik's hosting fixture; every start writes it again.
[mariadbd]
user = root
datadir = ${paths.data}
socket = ${paths.socket}
pid_file = ${join(paths.own, 'pid')}
log_error = ${paths.log}
bind_address = 127.0.0.1
port = ${port}
skip_name_resolve
event_scheduler = ON
local_infile = OFF
skip_symbolic_links
ssl_cert = ${paths.certificate}
ssl_key = ${paths.certificateKey}
tls_version = TLSv1.2,TLSv1.3
character_set_server = utf8mb4
collation_server = utf8mb4_unicode_520_ci
max_connections = 100
performance_schema = OFF
skip_log_bin
innodb_buffer_pool_size = 32M
innodb_log_file_size = 16M
innodb_flush_log_at_trx_commit = 2
innodb_buffer_pool_dump_at_shutdown = OFF
innodb_buffer_pool_load_at_startup = OFF
`;
}
