import type { FileFault } from '../../../contract/files/index.ts';

/** A no to a request: what is wrong, and with which file where that is not plain. */
export class Refusal extends Error {
  readonly code: FileFault;
  readonly at: string | null;

  constructor(code: FileFault, at: string | null = null) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

/** Ends an act with a no. */
export function refuse(code: FileFault, at: string | null = null): never {
  throw new Refusal(code, at);
}

/** What the kernel says no with, in the contract's words. */
const FAULT_OF: Record<string, FileFault> = {
  ENOENT: 'missing',
  ELOOP: 'is-link',
  ENOTDIR: 'wrong-type',
  EISDIR: 'wrong-type',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'too-large',
  ENAMETOOLONG: 'name-too-long',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  // A tree on another disk than its state: `doctor` says so.
  EXDEV: 'unavailable',
};

/** Any fault of an act as a no; one without a name of its own is `unexpected`. */
export function refusalOf(error: unknown, at: string | null = null): Refusal {
  if (error instanceof Refusal) return error.at === null && at !== null ? new Refusal(error.code, at) : error;
  return new Refusal(FAULT_OF[codeOf(error)] ?? 'unexpected', at);
}

/** Runs what concerns one file, so that a no says which. */
export async function concerning<T>(at: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error, at);
    // What nobody foresaw must reach the log as it is.
    throw refusal.code === 'unexpected' && !(error instanceof Refusal) ? error : refusal;
  }
}

/** The errno of a fault (`ENOENT`), or an empty text. */
export const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException | null)?.code ?? '');
