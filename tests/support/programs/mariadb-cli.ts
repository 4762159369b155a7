import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandResult, command, mustRun } from '../hosting/command.ts';
import type { SignedIn, WorkingSession } from './program.ts';

export type DatabaseServer = { port: number; certificate: string };

const PLAIN = ['--batch', '--raw', '--skip-column-names'];
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Puts the password into a file that only we read, because an argv is open to everybody. */
function withOptions<T>({ port, certificate }: DatabaseServer, user: string, password: string, use: (option: string) => T) {
  const dir = mkdtempSync(join(tmpdir(), 'klucznik-mariadb-'));
  const file = join(dir, 'client.cnf');
  const lines = [
    `host = 127.0.0.1`,
    `port = ${port}`,
    `user = ${quoted(user)}`,
    `password = ${quoted(password)}`,
    `ssl-ca = ${quoted(certificate)}`,
    'ssl-verify-server-cert',
    'connect-timeout = 10',
  ];
  writeFileSync(file, `[client]\n${lines.join('\n')}\n`, { mode: 0o600 });
  return { result: use(`--defaults-file=${file}`), forget: () => rmSync(dir, { recursive: true, force: true }) };
}

/** MariaDB's own command line over TLS, the certificate checked: signs in and runs the statements. */
export async function mariadb(server: DatabaseServer, user: string, password: string, sql: string): Promise<CommandResult> {
  const { result, forget } = withOptions(server, user, password, (option) =>
    command('mariadb', [option, ...PLAIN], { input: sql }),
  );
  try {
    return await result;
  } finally {
    forget();
  }
}

/** The same as the machine's root, through the socket: what stands there, or what somebody does past the product. */
export async function mariadbAsRoot(socket: string, sql: string): Promise<string> {
  const { code, stdout, stderr } = await command('mariadb', ['--no-defaults', '-S', socket, '-u', 'root', ...PLAIN], {
    input: sql,
  });
  if (code !== 0) throw new Error(`mariadb ended with ${code}: ${stderr}`);
  return stdout;
}

/** Databases as SQL, their routines, triggers and events included, without the tables that are named (`database.table`). */
export const dumpDatabases = (socket: string, databases: readonly string[], without: readonly string[] = []): Promise<string> =>
  mustRun('mariadb-dump', [
    '--no-defaults',
    `--socket=${socket}`,
    '--user=root',
    '--skip-comments',
    '--routines',
    '--events',
    ...without.map((table) => `--ignore-table=${table}`),
    '--databases',
    ...databases,
  ]);

/** ER_ACCESS_DENIED_ERROR, ER_ACCESS_DENIED_NO_PASSWORD_ERROR (some unknown names are asked for what root signs in with), ER_ACCOUNT_HAS_BEEN_LOCKED, and, before TLS, ER_HOST_NOT_PRIVILEGED where there is no account at all for calls from here. */
const REFUSED = /^ERROR (1045|1698|4151|2002 .*\b1130\b)/m;

export const isRefusal = ({ code, stderr }: Pick<CommandResult, 'code' | 'stderr'>): boolean =>
  code !== 0 && REFUSED.test(stderr);

export async function signsInToDatabase(server: DatabaseServer, user: string, password: string): Promise<SignedIn> {
  const result = await mariadb(server, user, password, 'SELECT 1;');
  return result.code === 0 ? 'in' : isRefusal(result) ? 'refused' : `mariadb ${result.code}: ${result.stderr}`;
}

/** A `mariadb` in which somebody types the statement again and again; what it has done is the statements that were answered. */
export function startTyping(server: DatabaseServer, user: string, password: string, sql: string): WorkingSession {
  const { result: child, forget } = withOptions(server, user, password, (option) =>
    spawn('mariadb', [option, '--unbuffered', ...PLAIN], { stdio: ['pipe', 'pipe', 'ignore'] }),
  );
  let answered = 0;
  let open = true;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    answered += part.split('\n').length - 1;
  });
  // A program that was put out reads no more.
  child.stdin.on('error', () => {});
  const typing = setInterval(() => child.stdin.write(`${sql}; SELECT 'zrobione';\n`), 20);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      open = false;
      clearInterval(typing);
      forget();
      resolve();
    });
  });
  return { ended, isOpen: () => open, leave: () => void child.kill(), done: async () => answered };
}
