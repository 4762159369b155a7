import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentConfigInput } from '../../../agent/config.ts';
import { MAIL_UID } from '../hosting/dovecot-config.ts';
import type { Dovecot, Hosting, Mariadb, PhpMyAdmin, Powerdns } from '../hosting/index.ts';
import { ensureBuilt } from './built.ts';
import { type Running, runCommand, startProcess } from './process.ts';

export type AgentOptions = {
  /** Keeps the agent's configuration, key, journal and log; an agent that was enrolled from it stays enrolled. */
  dir: string;
  edgeUrl: string;
  hosting: Hosting;
  /** Where its file door listens; it has none without. */
  filesPort?: number;
  /** Fetches a one-time token; asked only when the agent is not enrolled yet. */
  enrolToken: () => Promise<string>;
};
export type Agent = {
  readonly pid: number;
  readonly configFile: string;
  readonly logFile: string;
  /** Resolves when the agent that runs now is gone. */
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again after `stop` or `kill`. */
  restart(): Promise<void>;
};

/** The real agent as its own process, enrolled and running against a hosting server. */
export async function startAgent(options: AgentOptions): Promise<Agent> {
  const configFile = join(options.dir, 'agent.json');
  const logFile = join(options.dir, 'agent.log');
  await enrol(options, configFile);
  const program = await agentProgram();
  const start = () => startProcess(process.execPath, [program, 'run', '--config', configFile], { logFile });
  let running: Running = await start();
  return {
    configFile,
    logFile,
    get pid() {
      return running.pid;
    },
    get exited() {
      return running.exited;
    },
    stop: () => running.stop(),
    kill: () => running.kill(),
    async restart() {
      await running.stop();
      running = await start();
    },
  };
}

/** The one file that a hosting server gets; it and the parts that it starts are up in a third of the sources' time. */
const agentProgram = async () => join((await ensureBuilt('agent')).dir, 'klucznik-agent.mjs');

/** Writes the configuration, with today's address and ports, and trades a one-time token for a place unless that was done before. */
async function enrol({ dir, edgeUrl, hosting, filesPort, enrolToken }: AgentOptions, configFile: string): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const stateDir = join(dir, 'state');
  writeFileSync(configFile, JSON.stringify(configOf(edgeUrl, stateDir, hosting, filesPort), null, 2), { mode: 0o600 });
  if (existsSync(join(stateDir, 'identity.json'))) return;
  const tokenFile = join(dir, 'token');
  writeFileSync(tokenFile, await enrolToken(), { mode: 0o600 });
  const result = await runCommand(process.execPath, [
    await agentProgram(),
    'enrol',
    '--url',
    edgeUrl,
    '--token-file',
    tokenFile,
    '--config',
    configFile,
  ]);
  rmSync(tokenFile);
  if (!result.ok) throw new Error(`the agent could not enrol:\n${result.output}`);
}

/** The configuration of an agent that stands beside this hosting server. */
export const configOf = (url: string, stateDir: string, hosting: Hosting, filesPort?: number): AgentConfigInput => ({
  url,
  stateDir,
  ftp: ftpSection(hosting),
  ...(hosting.mariadb ? { database: databaseSection(hosting.mariadb, hosting.phpMyAdmin) } : {}),
  ...(hosting.dovecot ? { mail: mailSection(hosting.dovecot) } : {}),
  ...(hosting.powerdns ? { dns: dnsSection(hosting.powerdns) } : {}),
  ...(filesPort === undefined ? {} : { files: { url: `http://127.0.0.1:${filesPort}`, port: filesPort } }),
});

const ftpSection = ({ host, ports, paths }: Hosting): AgentConfigInput['ftp'] => ({
  customersRoot: paths.customersRoot,
  accessDb: paths.accessDb,
  scoreboard: paths.scoreboard,
  host,
  ftpsPort: ports.ftps,
  sftpPort: ports.sftp,
  certificate: paths.certificate,
  sshHostKey: `${paths.hostKey}.pub`,
  daemonConfig: paths.conf,
  listenAddress: host,
});

const databaseSection = (
  { host, port, paths }: Mariadb,
  phpMyAdmin: PhpMyAdmin | null,
): NonNullable<AgentConfigInput['database']> => ({
  socket: paths.socket,
  host,
  port,
  certificate: paths.certificate,
  phpMyAdmin: phpMyAdmin?.url ?? null,
});

const mailSection = ({ host, imapsPort, paths }: Dovecot): NonNullable<AgentConfigInput['mail']> => ({
  mailDb: paths.mailDb,
  mailRoot: paths.mailRoot,
  uid: MAIL_UID,
  gid: MAIL_UID,
  host,
  imapsPort,
  certificate: paths.certificate,
  daemonConfig: paths.conf,
});

const dnsSection = ({ apiUrl, paths, nameservers, hostmaster }: Powerdns): NonNullable<AgentConfigInput['dns']> => ({
  apiUrl,
  keyFile: paths.keyFile,
  nameservers,
  hostmaster,
});
