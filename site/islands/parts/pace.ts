/** How long to wait between looks at something that changes by itself, in milliseconds. */
export const QUICK = 400;
export const SLOW = 2000;
export const IDLE = 15_000;

/** The next pause: quick at first while something is under way, slower the longer it takes, idle otherwise. */
export function nextPause(previous: number | null, inTransition: boolean): number {
  if (!inTransition) return IDLE;
  return previous === null || previous >= IDLE ? QUICK : Math.min(SLOW, Math.round(previous * 1.3));
}
