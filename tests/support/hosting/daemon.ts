import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type DaemonOptions = {
  command: string;
  args: readonly string[];
  /** True once it answers. */
  answers: () => Promise<boolean>;
  env?: Record<string, string>;
};

/** A daemon that stays in the foreground and answers. */
export type Daemon = {
  pid: number;
  /** SIGTERM, and SIGKILL where that is not heard within ten seconds. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
};

/**
 * Starts a daemon and waits until it answers.
 *
 * @throws when it ends before that; the message carries its own words.
 */
export async function startDaemon({ command, args, answers, env }: DaemonOptions): Promise<Daemon> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...(env ? { env: { ...process.env, ...env } } : {}) });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      words = (words + part).slice(-4000);
    });
  child.on('error', (error) => {
    words += error.message;
  });
  for (let tries = 0; tries < 400; tries++) {
    if (hasEnded(child)) throw new Error(`${command} ended with ${child.exitCode ?? child.signalCode}: ${words}`);
    if (await answers()) return { pid: child.pid ?? 0, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') };
    await pause(50);
  }
  await end(child, 'SIGKILL');
  throw new Error(`${command} did not answer: ${words}`);
}

const hasEnded = (child: ChildProcess) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    const last = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(last);
      resolve();
    });
    child.kill(signal);
  });
}

/** True when the first words of a server on this loopback port match. */
export function greets(port: number, greeting: RegExp): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port, timeout: 2000 });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket
      .on('error', () => end(false))
      .on('timeout', () => end(false))
      .on('end', () => end(false));
    socket.once('data', (data) => end(greeting.test(data.toString('latin1'))));
  });
}

/** The wanted port, or the one that this file remembers, or any free one; written down for the next start. */
export async function keepPort(file: string, wanted?: number): Promise<number> {
  const port = wanted ?? (await readPort(file)) ?? (await freePort());
  await writeFile(file, String(port));
  return port;
}

async function readPort(file: string): Promise<number | null> {
  try {
    return Number(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))));
      });
  });
}
