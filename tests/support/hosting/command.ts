import { spawn } from 'node:child_process';

export type CommandResult = {
  command: string;
  args: readonly string[];
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  ms: number;
};

/** Runs a program to its end, with `input` on its stdin; a non-zero end is a result, not an exception. */
export function command(
  name: string,
  args: readonly string[],
  options: { input?: string; timeoutMs?: number } = {},
): Promise<CommandResult> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: 'pipe', timeout: options.timeoutMs ?? 30_000, killSignal: 'SIGKILL' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ command: name, args, code, signal, stdout, stderr, ms: performance.now() - began }),
    );
    // A program that ends before it has read everything breaks the pipe; its exit code tells the story.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin.end(options.input ?? '');
  });
}

/** The same for steps that must succeed. */
export async function mustRun(name: string, args: readonly string[]): Promise<string> {
  const result = await command(name, args);
  if (result.code !== 0) throw new Error(`${name} ended with ${result.code}: ${result.stderr || result.stdout}`);
  return result.stdout;
}
