/** Milliseconds before try number `attempt` (from 0): doubles from `first` to `cap`, spread so that many hosts do not come back at once. */
export function backoff(attempt: number, options: { first: number; cap: number; random: number }): number {
  const whole = Math.min(options.cap, options.first * 2 ** Math.min(attempt, 30));
  return Math.round(whole * (0.75 + options.random * 0.25));
}
