import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** How hard a password is to guess, in words; `enough` is what the form lets through. */
export interface Strength {
  score: 0 | 1 | 2 | 3 | 4;
  enough: boolean;
  word: string;
  advice: string | null;
}

const WORDS = ['bardzo słabe', 'słabe', 'średnie', 'mocne', 'bardzo mocne'] as const;
const ENOUGH = 3;
export const SHORTEST = 12;

let judge: Promise<ZxcvbnFactory> | null = null;

/** The dictionaries weigh most of a megabyte, so they come only once somebody begins to type. */
function loadJudge(): Promise<ZxcvbnFactory> {
  judge ??= import('./dictionary.ts').then(({ createJudge }) => createJudge());
  return judge;
}

/** Judges a password; `inputs` are words an attacker would try first (names, the service). */
export async function judgePassword(password: string, inputs: readonly string[]): Promise<Strength> {
  const { score, feedback } = (await loadJudge()).check(password.slice(0, 128), [...inputs]);
  const long = password.length >= SHORTEST;
  const advice = long ? feedback.warning || feedback.suggestions[0] || null : `Użyj co najmniej ${SHORTEST}\u00a0znaków.`;
  return { score, enough: long && score >= ENOUGH, word: WORDS[score], advice };
}
