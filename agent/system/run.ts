import { execFile } from 'node:child_process';

/** Everything there is to know about a finished program; the caller decides what counts as failure. */
export type RunResult = { command: string; args: readonly string[]; code: number | null; stdout: string; stderr: string };

/** Runs a program to its end; a program that is missing or times out has `code: null`. Never pass a secret in `args`. */
export function run(command: string, args: readonly string[], timeoutMs = 5000): Promise<RunResult> {
  return new Promise((resolve) => {
    execFile(
      command,
      [...args],
      { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 64 * 2 ** 20 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
        resolve({ command, args, code, stdout, stderr: stderr || (error?.message ?? '') });
      },
    );
  });
}
