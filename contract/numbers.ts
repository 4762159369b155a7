/*
 * Numbers of Polish companies, as people type them: with spaces and dashes, a NIP with PL before it.
 */

/** The digits of a typed number, without what people put between and before them. */
export const bareDigits = (text: string): string =>
  text
    .trim()
    .replace(/^PL/i, '')
    .replace(/[\s\u2010-\u2014-]/g, '');

/** The sum of digits, each times its weight, modulo 11. */
const weighed = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;

const NIP_WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const REGON_WEIGHTS = [8, 9, 2, 3, 4, 5, 6, 7];
const LONG_REGON_WEIGHTS = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

/** True for ten digits of which the last fits the others: modulo 11, where a remainder of 10 is never given out. */
export const isNip = (digits: string): boolean =>
  /^(?!0{10})\d{10}$/.test(digits) && weighed(digits, NIP_WEIGHTS) === Number(digits[9]);

/** A REGON's remainder of 10 is written as 0. */
const regonDigit = (digits: string, weights: readonly number[]) => weighed(digits, weights) % 10;

/** True for nine digits, or fourteen of a local unit, whose check digits fit; the long one holds the short one. */
export function isRegon(digits: string): boolean {
  if (!/^(?!0{9})(?:\d{9}|\d{14})$/.test(digits)) return false;
  if (regonDigit(digits, REGON_WEIGHTS) !== Number(digits[8])) return false;
  return digits.length === 9 || regonDigit(digits, LONG_REGON_WEIGHTS) === Number(digits[13]);
}
