import type { z } from 'zod';
import type { FromBelow } from './messages.ts';

type Listening<T> = {
  onMessage: (message: T) => void;
  /** Done before this process ends, too. */
  onGone?: () => Promise<void>;
};

/** Listens to the process that started this one, and ends when it is gone, however it went. */
export function listenUpward<T>(schema: z.ZodType<T>, { onMessage, onGone = async () => {} }: Listening<T>): void {
  process.on('message', (message) => onMessage(schema.parse(message)));
  process.on('disconnect', () => void onGone().finally(() => process.exit(0)));
  // Whoever started this one was gone before it could listen.
  if (!process.connected) process.exit(0);
}

/** Says something to the process that started this one; nobody is there to hear it once that has gone. */
export function sayUpward(message: FromBelow): void {
  if (process.connected) process.send?.(message, () => {});
}

/** A fault without its message, which may hold a file's name: its kind, its errno, and where in our code. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const where = /\n\s+at (.*)/.exec(error.stack ?? '')?.[1] ?? '';
  return [error.name, String((error as NodeJS.ErrnoException).code ?? ''), where].filter(Boolean).join(' ');
}

/** Whatever nobody caught ends the process, with a line that holds no name of a file. */
export function endOnFault(name: string): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${name}: ${describeFault(error)}\n`);
    process.exit(1);
  });
}
