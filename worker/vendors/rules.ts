const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 15 * 60_000;

/** When a seat is tried again after its `attempts`-th failure: longer each time up to a quarter of an hour, for ever, and never sooner than the vendor said. */
export function nextTry(attempts: number, waitMs: number | null, now: number): number {
  const ours = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_RETRY_MS);
  return now + Math.max(waitMs ?? 0, waitMs === null || attempts > 3 ? ours : 0);
}

/** After so many tries somebody who waits is told, whatever the vendor says. */
const PATIENCE = 3;
export const isLong = (attempts: number): boolean => attempts >= PATIENCE;
