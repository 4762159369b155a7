import { createHash } from 'node:crypto';

/** Numbers from 0 to 1 that are the same for the same seed on every machine. */
export function chanceFrom(seed: string): () => number {
  let drawn = 0;
  return () => createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32LE() / 2 ** 32;
}

export const oneOf = <T>(chance: () => number, things: readonly [T, ...T[]]): T =>
  things[Math.floor(chance() * things.length)] ?? things[0];
