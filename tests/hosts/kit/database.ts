import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabaseServices } from '../../../agent/services/database/index.ts';
import type { DatabaseDesired } from '../../../contract/index.ts';
import { type CommandResult, command, type Mariadb, startMariadb } from '../../support/hosting/index.ts';

const sha1 = (data: string | Buffer) => createHash('sha1').update(data).digest();
const hashOf = (password: string) => `*${sha1(sha1(password)).toString('hex').toUpperCase()}`;
export const PASSWORD = randomBytes(16).toString('hex');
const HASH = hashOf(PASSWORD);
export const passwordState = (password: string) => ({
  hash: hashOf(password),
  print: createHash('sha256').update(hashOf(password)).digest('hex'),
});

/** The words of MariaDB when it lets nobody in. */
export const REFUSED = /ERROR (1045|1698|4151)|1130 - Host/;

type Way = 'tls' | 'plain' | 'socket';
export type Databases = ReturnType<typeof openDatabaseServices> & {
  mariadb: Mariadb;
  dir: string;
  /** Starts MariaDB again over the same data. */
  restart(): Promise<void>;
  /** As the host's own root. */
  root(sql: string): Promise<string>;
  /** As somebody with a user name and a password, over TLS with the certificate checked. */
  sql(user: string, sql: string, password?: string, by?: Way): Promise<CommandResult>;
  /** A session that stays open and takes statements on its stdin. */
  session(user: string): Promise<ChildProcess>;
  end(): Promise<void>;
};

export async function openDatabases(): Promise<Databases> {
  const dir = await mkdtemp(join(tmpdir(), 'klucznik-bazy-'));
  await chmod(dir, 0o755);
  const mariadb = await startMariadb({ dir });
  const services = openDatabaseServices({ socket: mariadb.paths.socket });
  const bench: Databases = {
    ...services,
    dir,
    mariadb,
    async restart() {
      bench.mariadb = await startMariadb({ dir });
    },
    async root(sql) {
      const result = await command('mariadb', ['-S', mariadb.paths.socket, '-N', '-B', '-r', '--default-character-set=utf8mb4'], {
        input: sql,
      });
      if (result.code !== 0) throw new Error(result.stderr);
      return result.stdout.trim();
    },
    async sql(user, sql, password = PASSWORD, by = 'tls') {
      return command('mariadb', await argsFor(bench, user, password, by), { input: sql });
    },
    async session(user) {
      return spawn('mariadb', [...(await argsFor(bench, user, PASSWORD, 'tls')), '-n'], { stdio: 'pipe' });
    },
    async end() {
      await services.close();
      await bench.mariadb.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
  return bench;
}

/** The password stands in a file that only root can read: an argv is for everyone. */
async function argsFor({ dir, mariadb }: Databases, user: string, password: string, by: Way): Promise<string[]> {
  const file = join(dir, `client-${user}-${createHash('sha256').update(password).digest('hex').slice(0, 8)}`);
  await writeFile(file, `[client]\nuser=${user}\npassword=${password}\n`, { mode: 0o600 });
  const where = ['-h', '127.0.0.1', '-P', String(mariadb.port)];
  const ways = {
    tls: [...where, `--ssl-ca=${mariadb.paths.certificate}`, '--ssl-verify-server-cert'],
    plain: [...where, '--skip-ssl'],
    socket: ['-S', mariadb.paths.socket, '--skip-ssl'],
  };
  return [`--defaults-file=${file}`, ...ways[by], '-N', '-B', '-r', '--default-character-set=utf8mb4'];
}

/** Somebody who reads the shop's database; change what the test is about. */
export const aDatabaseState = (change: Partial<DatabaseDesired> = {}): DatabaseDesired => ({
  tree: 'sklep',
  database: 'sklep_foo_bar',
  access: 'read',
  notAfter: null,
  password: { hash: HASH, print: createHash('sha256').update(HASH).digest('hex') },
  ...change,
});

let users = 0;
/** A user name that no test has used. */
export const aUser = (): string => `kl-baza-${++users}`;
export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
