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

/** The dictionaries weigh over a megabyte, so they come only once somebody begins to type. */
async function loadJudge(): Promise<ZxcvbnFactory | null> {
  judge ??= import('./dictionary.ts').then(({ createJudge }) => createJudge());
  try {
    return await judge;
  } catch (fault) {
    // An import that fails is the connection's doing (TypeError); the next key tries again.
    judge = null;
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

/** Judges a password; `inputs` are words an attacker would try first (names, the service). Null when the dictionaries cannot be had. */
export async function judgePassword(password: string, inputs: readonly string[]): Promise<Strength | null> {
  const found = (await loadJudge())?.check(password.slice(0, 128), [...inputs]);
  if (!found) return null;
  const { score, feedback } = found;
  const long = password.length >= SHORTEST;
  const advice = long ? feedback.warning || feedback.suggestions[0] || null : `Użyj co najmniej ${SHORTEST}\u00a0znaków.`;
  return { score, enough: long && score >= ENOUGH, word: WORDS[score], advice };
}
