import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { type CommandResult, command } from './command.ts';
import type { Hosting } from './hosting.ts';

/** An FTP program with one person's credentials; every call signs in anew and gives back the program's whole result. */
export type Client = {
  list(path?: string): Promise<CommandResult>;
  get(path: string): Promise<CommandResult>;
  put(path: string, text: string): Promise<CommandResult>;
  /** Commands of the protocol itself: `MKD x` over FTPS, `mkdir x` over SFTP. */
  say(...commands: string[]): Promise<CommandResult>;
  /** Starts an upload that takes long; `rate` is in bytes a second, as curl takes it. */
  putSlowly(path: string, file: string, rate?: string): ChildProcess;
};

const quoted = (text: string) =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');
const LONG_ENOUGH = 'connect-timeout = 10\nmax-time = 20\n';

/** FTPS by password, with curl; the certificate is checked. */
export function ftps(hosting: Hosting, user: string, password: string): Client {
  const base = `ftp://127.0.0.1:${hosting.ports.ftps}`;
  return curlClient(base, `user = ${quoted(`${user}:${password}`)}\nssl-reqd\ncacert = ${quoted(hosting.paths.certificate)}\n`);
}

/** SFTP by password, with curl; the host key is checked. */
export function sftp(hosting: Hosting, user: string, password: string): Client {
  const print = hosting.prints.hostKeyPrint.replace('SHA256:', '');
  const base = `sftp://127.0.0.1:${hosting.ports.sftp}`;
  return curlClient(base, `user = ${quoted(`${user}:${password}`)}\nhostpubsha256 = ${quoted(print)}\n`);
}

// curl reads everything, the password first of all, from its stdin: nothing secret stands in an argv.
function curlClient(base: string, who: string): Client {
  const curl = (url: string, more: string) =>
    command('curl', ['-sS', '-K', '-'], { input: `${who}${LONG_ENOUGH}url = ${quoted(url)}\n${more}` });
  return {
    list: (path = '/') => curl(`${base}${encoded(path.endsWith('/') ? path : `${path}/`)}`, 'list-only\n'),
    get: (path) => curl(`${base}${encoded(path)}`, 'path-as-is\n'),
    put: (path, text) => withText(text, (file) => curl(`${base}${encoded(path)}`, `path-as-is\nupload-file = ${quoted(file)}\n`)),
    say: (...commands) => curl(`${base}/`, `list-only\n${commands.map((line) => `quote = ${quoted(line)}\n`).join('')}`),
    putSlowly(path, file, rate = '20k') {
      const child = spawn('curl', ['-sS', '-K', '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
      child.stdin.end(`${who}url = ${quoted(`${base}${encoded(path)}`)}\nlimit-rate = ${rate}\nupload-file = ${quoted(file)}\n`);
      return child;
    },
  };
}

async function withText<T>(text: string, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(`${tmpdir()}/klucznik-put-`);
  try {
    await writeFile(`${folder}/text`, text);
    return await use(`${folder}/text`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const sshArgs = (hosting: Hosting, keyFile: string) => [
  '-q',
  '-i',
  keyFile,
  '-o',
  `Port=${hosting.ports.sftp}`,
  '-o',
  'IdentitiesOnly=yes',
  '-o',
  'BatchMode=yes',
  '-o',
  `UserKnownHostsFile=${hosting.paths.knownHosts}`,
  '-o',
  'GlobalKnownHostsFile=/dev/null',
];

/** SFTP by public key, with OpenSSH: runs a batch of its commands. */
export function sftpByKey(hosting: Hosting, user: string, keyFile: string, ...commands: string[]): Promise<CommandResult> {
  return command('sftp', [...sshArgs(hosting, keyFile), '-b', '-', `${user}@127.0.0.1`], { input: `${commands.join('\n')}\n` });
}

/** An SFTP session that signs in and then waits; it ends when somebody ends it. */
export function idleSftp(hosting: Hosting, user: string, keyFile: string): ChildProcess {
  // ssh itself and not sftp, which notices the end of a session only when it next has something to say.
  return spawn('ssh', [...sshArgs(hosting, keyFile), '-s', `${user}@127.0.0.1`, 'sftp'], { stdio: ['pipe', 'ignore', 'ignore'] });
}

/** How many sessions ProFTPD's own scoreboard shows for a user. */
export async function openSessions(hosting: Hosting, user: string): Promise<number> {
  const { stdout } = await command('ftpwho', ['-f', hosting.paths.scoreboard, '-o', 'json']);
  const { connections } = JSON.parse(stdout) as { connections: { user?: string }[] };
  return connections.filter((connection) => connection.user === user).length;
}

/** FTPS by password, with lftp, which people on the command line use. */
export function lftp(hosting: Hosting, user: string, password: string, ...commands: string[]): Promise<CommandResult> {
  const settings = [
    'set cmd:fail-exit yes',
    'set net:max-retries 1',
    'set net:timeout 10',
    'set ftp:ssl-force yes',
    `set ssl:ca-file ${hosting.paths.certificate}`,
  ];
  const open = `open -u ${user},${password} ftp://127.0.0.1:${hosting.ports.ftps}`;
  return command('lftp', [], { input: `${[...settings, open, ...commands].join('\n')}\n` });
}
