import { FILE_FAULT_WORDS } from '../../../words/files.ts';
import type { DoorFailure } from '../door/fault.ts';
import type { Encoding, Misfit } from './encoding.ts';
import type { LineEnd } from './line-ends.ts';

export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 ze znacznikiem BOM',
  'windows-1250': 'windows-1250',
  'iso-8859-2': 'ISO-8859-2',
};
export const LINE_END_NAMES: Record<LineEnd, string> = {
  lf: 'LF (Linux, macOS)',
  crlf: 'CRLF (Windows)',
  cr: 'CR (bardzo stare pliki)',
};

/** Why a file was not opened or saved; `kept` says what became of what was typed. */
export function failureWords({ fault, edge }: DoorFailure, kept = ''): string {
  const why =
    fault === 'edge' ? (edge?.message ?? FILE_FAULT_WORDS.unexpected) : fault === 'stopped' ? '' : FILE_FAULT_WORDS[fault];
  return [why, kept].filter(Boolean).join(' ');
}

const shown = (letter: string) =>
  /\p{L}|\p{N}|\p{P}|\p{S}/u.test(letter) ? letter : `U+${letter.codePointAt(0)?.toString(16).toUpperCase()}`;

/** „„😀” (wiersz 3), „≤” (wiersz 7)” */
export const misfitWords = (misfits: readonly Misfit[]): string =>
  misfits
    .slice(0, 10)
    .map(({ letter, line }) => `„${shown(letter)}” (wiersz ${line})`)
    .join(', ') + (misfits.length > 10 ? ' i inne' : '');
