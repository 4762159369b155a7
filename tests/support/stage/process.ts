import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The environment for tools of this project: its own binaries (Node 22 among them) come first, nothing
 * reports home, and Wrangler keeps its files here instead of in somebody's home, which may not be writable.
 */
export function toolEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH ?? ''].join(':'),
    ASTRO_TELEMETRY_DISABLED: '1',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_LOG_PATH: join(ROOT, '.wrangler/logs'),
    // Output is collected and shown later, often in a log: colours would be noise there.
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    XDG_CONFIG_HOME: join(ROOT, '.wrangler/config'),
    ...extra,
  };
}

export type CommandResult = { ok: boolean; code: number | null; signal: NodeJS.Signals | null; output: string };
export type CommandOptions = {
  cwd?: string;
  env?: Record<string, string>;
  /** Called with each piece of output as it comes. */
  onOutput?: (text: string) => void;
  signal?: AbortSignal;
};

/** Runs one command to its end and tells everything about it; a refusal is a result, only a command that cannot be started throws. */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: toolEnvironment(options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      parts.push(text);
      options.onOutput?.(text);
    });
  }
  const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  return { ok: code === 0, code, signal, output: parts.join('') };
}

export type Running = {
  readonly pid: number;
  /** Resolves when the process is gone, however it went. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** SIGTERM, and SIGKILL where that is not heard within five seconds. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
};

/** Starts a process that stays; what it writes goes to `logFile`. */
export async function startProcess(
  command: string,
  args: readonly string[],
  { logFile, env = {} }: { logFile: string; env?: Record<string, string> },
): Promise<Running> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  // A group of its own: Ctrl-C in the terminal reaches only whoever started it, and that one stops the parts in order.
  const child = spawn(command, args, { cwd: ROOT, env: toolEnvironment(env), stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('spawn', () => resolve(child.pid ?? 0));
  });
  return { pid, exited, stop: () => end(child, exited, 'SIGTERM'), kill: () => end(child, exited, 'SIGKILL') };
}

async function end(child: ChildProcess, exited: Promise<unknown>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const grace = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(grace);
}

/** Resolves when a process that somebody else started is gone; does not keep this one alive. */
export function processGone(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (existsSync(`/proc/${pid}`)) return;
      clearInterval(look);
      resolve();
    }, 500).unref();
  });
}
