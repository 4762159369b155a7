import type { z } from 'zod';
import { type BinItem, binItem, nameOf } from '../../../contract/files/index.ts';
import { lookAt } from '../../system/look.ts';
import { readTextIn } from '../../system/spool.ts';
import { closeDirectory, openSubdirectory } from '../../system/walk.ts';
import { codeOf } from './refusal.ts';

/** Where hands keep the two halves of one thing in the bin: what it was, and itself. */
export const FACTS = Buffer.from('entry.json');
export const DATA = Buffer.from('data');
/** The same while it is being deleted. */
export const GONE = Buffer.from('gone');
const MOST_FACTS_BYTES = 64 * 1024;
const kept = binItem.omit({ name: true });
export type Kept = z.infer<typeof kept>;

/** Null for what is not there, or not whole. The customer's own programs may write here, so nothing is believed. */
export function readItem(bin: number, id: string): BinItem | null {
  const folder = openItem(bin, id);
  if (folder === null) return null;
  try {
    if (lookAt(folder, DATA) === null) return null;
    const facts = readFacts(folder);
    return facts?.id === id ? { ...facts, name: nameOf(facts.ref) } : null;
  } finally {
    closeDirectory(folder);
  }
}

function readFacts(folder: number): Kept | null {
  const look = lookAt(folder, FACTS);
  if (look?.type !== 'file' || look.size > MOST_FACTS_BYTES) return null;
  try {
    return kept.safeParse(JSON.parse(readTextIn({ directory: folder, name: FACTS }) ?? '')).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Its folder, open; null for what is no folder of the hand's. */
export function openItem(bin: number, id: string): number | null {
  try {
    return openSubdirectory(bin, Buffer.from(id, 'latin1'));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** True for a thing whose facts were spoilt: somebody may miss it. */
export function hasData(bin: number, id: string): boolean {
  const folder = openItem(bin, id);
  if (folder === null) return false;
  try {
    return lookAt(folder, DATA) !== null;
  } finally {
    closeDirectory(folder);
  }
}
