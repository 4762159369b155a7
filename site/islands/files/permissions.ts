import type { FileEntry } from '../../../contract/files/server.ts';

/** Permissions in plain words: who may read, change and run. „Others” are everybody but the owner. */
export interface Permissions {
  ownerReads: boolean;
  ownerWrites: boolean;
  ownerRuns: boolean;
  othersRead: boolean;
  othersWrite: boolean;
  othersRun: boolean;
}

const BITS: Readonly<Record<keyof Permissions, number>> = {
  ownerReads: 0o400,
  ownerWrites: 0o200,
  ownerRuns: 0o100,
  othersRead: 0o044,
  othersWrite: 0o022,
  othersRun: 0o011,
};
const RIGHTS = Object.keys(BITS) as (keyof Permissions)[];
/** What a server keeps besides (setuid, setgid, sticky) is never set here. */
const octal = (bits: number) => (bits & 0o777).toString(8).padStart(4, '0');

/** What a mode says; something counts for others when any of them may do it. */
export function readMode(mode: string): Permissions {
  const bits = Number.parseInt(mode, 8);
  return Object.fromEntries(RIGHTS.map((right) => [right, (bits & BITS[right]) !== 0])) as unknown as Permissions;
}

/** `0644` as it is written; null for what is no mode. */
export function parseMode(typed: string): string | null {
  const digits = typed.trim();
  return /^0?[0-7]{3}$/.test(digits) ? digits.padStart(4, '0') : null;
}

/** A mode with one right given or taken; whoever may look into a directory may also go through it. */
export function withRight(mode: string, right: keyof Permissions, given: boolean, ofDirectory: boolean): string {
  const through = !ofDirectory ? 0 : right === 'ownerReads' ? BITS.ownerRuns : right === 'othersRead' ? BITS.othersRun : 0;
  const bits = Number.parseInt(mode, 8);
  const mask = BITS[right] | through;
  return octal(given ? bits | mask : bits & ~mask);
}

const THROUGH = [
  [0o400, 0o100],
  [0o040, 0o010],
  [0o004, 0o001],
] as const;

/** The same mode for things of the other sort: a directory that may be read may be entered, a file is not run because a directory is entered. */
export function modeFor(type: FileEntry['type'], mode: string, chosenFor: FileEntry['type']): string {
  if (type === chosenFor || (type !== 'directory' && chosenFor !== 'directory')) return mode;
  const bits = Number.parseInt(mode, 8);
  if (type !== 'directory') return octal(bits & ~0o111);
  return octal(THROUGH.reduce((sum, [read, through]) => (sum & read ? sum | through : sum), bits));
}

export type ModeRisk = 'everybody-writes' | 'owner-locked-out' | null;

/** What is wrong with a mode, if anything. */
export function riskOf(mode: string): ModeRisk {
  const { othersWrite, ownerReads, ownerWrites } = readMode(mode);
  if (othersWrite) return 'everybody-writes';
  return ownerReads && ownerWrites ? null : 'owner-locked-out';
}
