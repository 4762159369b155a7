import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { type CommandResult, command } from './command.ts';
import { keepPort, startDaemon } from './daemon.ts';
import { ACL, dovecotConf, sqlConf } from './dovecot-config.ts';
import { type MailPaths, mailPaths } from './dovecot-layout.ts';
import { certificatePrint, makeCertificate } from './keys.ts';

export type DovecotOptions = {
  dir: string;
  imapsPort?: number;
  /** Seconds between Dovecot's own looks for sessions of those who may no longer sign in; null lets it look never. */
  lookEvery?: number | null;
  /** Seconds after which Dovecot ends its own processes that have nothing to do; as by default unless said. */
  idleKill?: number;
};
export type Dovecot = {
  host: '127.0.0.1';
  imapsPort: number;
  paths: MailPaths;
  certificatePrint: string;
  pid: number;
  /** Puts a message into a folder of an active mailbox, as a mail server would. */
  deliver(address: string, message: string, folder?: string): Promise<CommandResult>;
  stop(): Promise<void>;
  /** Kills Dovecot and everything it started, as a power cut would. */
  kill(): Promise<void>;
};

/** The longest path of a Unix socket is 108 bytes, and Dovecot's own names take some. */
const MOST_RUN_LENGTH = 78;

/**
 * Starts a real Dovecot below `dir` on loopback (IMAP inside TLS) and waits until it answers. A second start with the same
 * `dir` keeps keys, port, mail and mail.db. The agent must have made mail.db before anyone can sign in.
 *
 * @throws when the daemon ends before it answers; the message carries its own words.
 */
export async function startDovecot({ dir, imapsPort, lookEvery = 2, idleKill }: DovecotOptions): Promise<Dovecot> {
  const paths = mailPaths(dir);
  if (paths.run.length > MOST_RUN_LENGTH) throw new Error(`too long a path for Dovecot's sockets: ${paths.run}`);
  await makeFolders(paths);
  await makeCertificate(paths);
  const port = await keepPort(paths.portFile, imapsPort);
  await copyFile(WATCH, paths.watch);
  await writeFile(paths.acl, ACL);
  await writeFile(paths.sql, sqlConf(paths), { mode: 0o600 });
  await writeFile(paths.conf, dovecotConf(paths, port, lookEvery, idleKill), { mode: 0o600 });
  const daemon = await startDaemon({
    // Leads a process group of its own.
    command: 'setsid',
    args: ['/usr/sbin/dovecot', '-F', '-c', paths.conf],
    answers: () => greetsInTls(port),
  });
  return {
    host: '127.0.0.1',
    imapsPort: port,
    paths,
    certificatePrint: await certificatePrint(paths.certificate),
    pid: daemon.pid,
    deliver: (address, message, folder = 'INBOX') =>
      command('doveadm', ['-c', paths.conf, 'save', '-u', address, '-m', folder], { input: message }),
    async stop() {
      await daemon.stop();
      endGroup(daemon.pid);
    },
    async kill() {
      await daemon.kill();
      endGroup(daemon.pid);
    },
  };
}

const WATCH = fileURLToPath(new URL('../../../agent/services/mail/end-refused.pl', import.meta.url));

async function makeFolders(paths: MailPaths): Promise<void> {
  for (const folder of [paths.dir, paths.run, paths.state, paths.mailRoot, paths.daemon])
    await mkdir(folder, { recursive: true });
  // Dovecot's own users and the owner of the mail walk through these, but never into the daemon's folder.
  for (const folder of [paths.dir, paths.run]) await chmod(folder, 0o755);
  await chmod(paths.mailRoot, 0o711);
  await chmod(paths.daemon, 0o700);
}

/** True when an IMAP server greets inside TLS. */
function greetsInTls(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, timeout: 2000 });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    for (const event of ['error', 'timeout', 'end'] as const) socket.once(event, () => end(false));
    socket.once('data', (data) => end(data.toString('latin1').startsWith('* OK')));
  });
}

/** Sessions that are open do not end by themselves with a killed master; they are of the group that it led. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
