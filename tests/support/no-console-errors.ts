import { afterEach, beforeEach, expect, vi } from 'vitest';

// Anything unexpected on console.error fails the test that caused it; a test that expects one takes it with `expectConsoleError`.
const seen: string[] = [];
beforeEach(() => {
  seen.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    seen.push(parts.map(String).join(' '));
  });
});
afterEach(() => {
  expect(seen, 'nothing unexpected on console.error').toEqual([]);
});

/** Takes the console errors that match, and fails when there was none. */
export function expectConsoleError(pattern: RegExp): void {
  const matching = seen.filter((line) => pattern.test(line));
  expect(matching.length, `an error like ${pattern} on the console`).toBeGreaterThan(0);
  for (const line of matching) seen.splice(seen.indexOf(line), 1);
}
