import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../../agent/system/sqlite.ts';
import { type Daemon, keepPort, startDaemon } from './daemon.ts';

/** Where PowerDNS' things lie below a fixture's directory; readable by root alone. */
export function powerdnsPaths(dir: string) {
  return {
    own: dir,
    conf: join(dir, 'pdns.conf'),
    database: join(dir, 'pdns.db'),
    keyFile: join(dir, 'api-key'),
    portFile: join(dir, 'port'),
    apiPortFile: join(dir, 'api-port'),
  };
}
export type PowerdnsPaths = ReturnType<typeof powerdnsPaths>;
export type PowerdnsOptions = { dir: string; port?: number };
export type Powerdns = Daemon & {
  host: '127.0.0.1';
  /** Where it answers questions, by UDP and TCP. */
  port: number;
  apiUrl: string;
  nameservers: string[];
  hostmaster: string;
  paths: PowerdnsPaths;
};

const SCHEMA = '/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql';
/** The kernel's longest path of a Unix socket, without the NUL. */
const LONGEST_SOCKET = 107;

/**
 * Starts a real PowerDNS in `dir` on loopback and waits until it answers; a second start with the same `dir` keeps
 * zones, keys and ports.
 *
 * @throws when the daemon ends before it answers; the message carries its own words.
 */
export async function startPowerdns({ dir, port: wanted }: PowerdnsOptions): Promise<Powerdns> {
  const paths = powerdnsPaths(dir);
  if (Buffer.byteLength(join(dir, 'pdns.controlsocket')) > LONGEST_SOCKET) throw new Error(`too long for a Unix socket: ${dir}`);
  await mkdir(dir, { recursive: true });
  await chmod(dir, 0o700);
  const port = await keepPort(paths.portFile, wanted);
  const apiPort = await keepPort(paths.apiPortFile);
  if (!existsSync(paths.keyFile)) await writeFile(paths.keyFile, randomBytes(32).toString('base64url'), { mode: 0o600 });
  if (!existsSync(paths.database)) await makeDatabase(paths.database);
  const key = await readFile(paths.keyFile, 'utf8');
  await writeFile(paths.conf, powerdnsConf(paths, { port, apiPort, key }), { mode: 0o600 });
  const apiUrl = `http://127.0.0.1:${apiPort}/`;
  const daemon = await startDaemon({
    command: '/usr/sbin/pdns_server',
    args: [`--config-dir=${dir}`],
    answers: () => answersApi(apiUrl, key),
  });
  return {
    ...daemon,
    host: '127.0.0.1',
    port,
    apiUrl,
    nameservers: ['ns1.klucznik.example', 'ns2.klucznik.example'],
    hostmaster: 'dns.admin@klucznik.example',
    paths,
  };
}

/** Moved into place whole, so that an interrupted first start leaves nothing half-made. */
async function makeDatabase(path: string): Promise<void> {
  const database = openDatabase(`${path}.new`, 'own');
  database.exec(await readFile(SCHEMA, 'utf8'));
  database.close();
  await rename(`${path}.new`, path);
}

/** Its web server begins to listen after its DNS sockets do. */
async function answersApi(apiUrl: string, key: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/api/v1/servers/localhost', apiUrl), { headers: { 'X-API-Key': key } });
    return answer.ok;
  } catch {
    // Not yet.
    return false;
  }
}

/** The configuration that the agent's zones are made for. It runs as root because a clone below /root is closed to others. */
const powerdnsConf = (paths: PowerdnsPaths, { port, apiPort, key }: { port: number; apiPort: number; key: string }) =>
  `# Written by Klucznik's hosting fixture; every start writes it again.
launch=gsqlite3
gsqlite3-database=${paths.database}
gsqlite3-dnssec=yes
gsqlite3-pragma-journal-mode=WAL
gsqlite3-pragma-synchronous=1
local-address=127.0.0.1
local-port=${port}
socket-dir=${paths.own}
default-ksk-algorithm=ecdsa256
disable-axfr=yes
api=yes
api-key=${key}
webserver=yes
webserver-address=127.0.0.1
webserver-port=${apiPort}
webserver-allow-from=127.0.0.1
webserver-max-bodysize=16
daemon=no
guardian=no
security-poll-suffix=
`;
