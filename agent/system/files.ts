import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

/** The text of a file, or null when it is not there. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes a file that only its owner can read, whole or not at all. */
export function writePrivate(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

export function keepPrivate(path: string): void {
  chmodSync(path, 0o600);
}

/** Permission bits, owner, last change and file system of a path, or null when it is not there. */
export function describePath(
  path: string,
): { mode: number; uid: number; directory: boolean; changedAt: number; device: number } | null {
  try {
    const stat = statSync(path);
    return { mode: stat.mode & 0o777, uid: stat.uid, directory: stat.isDirectory(), changedAt: stat.mtimeMs, device: stat.dev };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

export const readStdin = (): string => readFileSync(0, 'utf8');

const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
