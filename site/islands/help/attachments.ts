import type { z } from 'zod';
import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';
import type { caseRoutes } from '../../../contract/index.ts';

type Body = z.input<(typeof caseRoutes)['writeInCase']['request']['body']['content']['application/json']['schema']>;
export type Attachment = NonNullable<Body['attachments']>[number];
type FileType = Attachment['type'];

/** As the contract has them; the test beside this holds them to it. */
export const MOST_FILES = 3;
export const MOST_BYTES = 2_000_000;

/** Browsers name some types in their own way, and some not at all, so the name of the file decides. */
const TYPES: Readonly<Record<string, FileType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain',
  log: 'text/plain',
  zip: 'application/zip',
};
export const ACCEPTED = Object.keys(TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

export function typeOf(name: string): FileType | null {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return Object.hasOwn(TYPES, ending) ? (TYPES[ending] ?? null) : null;
}

/** Why a file cannot go along; null when it can. */
export function attachmentFault({ name, size }: { name: string; size: number }): ErrorCode | null {
  if (typeOf(name) === null || size === 0) return 'attachment-invalid';
  return size > MOST_BYTES ? 'attachment-too-large' : null;
}

/** What is said of files that cannot go along, each by its name. */
export function faultWords(files: readonly { name: string; size: number }[], alreadyThere: number): string | null {
  const one = files.map((file) => [file.name, attachmentFault(file)] as const).find(([, fault]) => fault !== null);
  if (one?.[1]) return `${one[0]}: ${ERRORS[one[1]].message}`;
  return alreadyThere + files.length > MOST_FILES ? ERRORS['attachments-too-many'].message : null;
}

/** A file as it travels in a message. */
export function readAttachment(file: File): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new TypeError(`${file.name} cannot be read`));
    reader.onload = () => {
      const base64 = String(reader.result).split(',')[1] ?? '';
      resolve({ name: file.name.slice(-200), type: typeOf(file.name) ?? 'text/plain', base64 });
    };
    reader.readAsDataURL(file);
  });
}
