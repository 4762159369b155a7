import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';
import { fold } from '../../../contract/fold.ts';

/*
 * What may be the name of a new database or mailbox, judged while one types. The contract's own schemas would bring zod
 * into the page; the test beside this file holds the two together.
 */

export const LONGEST_DATABASE_NAME = 64;
export const LONGEST_LOCAL_PART = 64;

const DATABASE = /^[a-z0-9_-]+$/;
const LOCAL_PART = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

const messageOf = (code: ErrorCode) => ERRORS[code].message;

/** What is wrong with the part of a database's name that follows its prefix; null for nothing and for a name not begun. */
export function databaseNameFault(prefix: string, typed: string): string | null {
  const name = typed.trim();
  if (!name) return null;
  if (!DATABASE.test(name)) return messageOf('database-name-invalid');
  return prefix.length + name.length > LONGEST_DATABASE_NAME ? messageOf('database-name-too-long') : null;
}

/** How many characters too long a database's whole name is for access to be given to it; in a right, each `_`, `%` and backslash counts twice. */
export const tooLongForAccess = (whole: string): number =>
  Math.max(0, [...whole].length + (whole.match(/[\\_%]/g)?.length ?? 0) - LONGEST_DATABASE_NAME);

export const TOO_LONG_FOR_ACCESS = 'Nazwa tej bazy jest za długa, żeby nadać do niej osobny dostęp.';

/** What is wrong with the part of an address before its „@”; null for nothing and for one not begun. */
export function localPartFault(typed: string): string | null {
  const local = typed.trim();
  if (!local) return null;
  if (!LOCAL_PART.test(local)) return messageOf('mailbox-name-invalid');
  return local.length > LONGEST_LOCAL_PART ? messageOf('mailbox-name-too-long') : null;
}

/** The nearest letters a–z: „Łódź” → „lodz”. */
const plainLetters = (typed: string) => fold(typed.trim());

/** A name that would do, made from what was typed; null when there is nothing better to offer. */
function offered(typed: string, tidied: string, fault: (name: string) => string | null): string | null {
  return fault(typed) !== null && tidied !== '' && fault(tidied) === null ? tidied : null;
}

/** „Sklep Łódź” → „sklep_lodz”. */
export function offerDatabaseName(prefix: string, typed: string): string | null {
  const tidied = plainLetters(typed)
    .replace(/[^a-z0-9_-]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return offered(typed, tidied, (name) => databaseNameFault(prefix, name));
}

/** „Jan Łoś” → „jan.los”; of a whole address only what stands before its „@”. */
export function offerLocalPart(typed: string): string | null {
  const tidied = plainLetters(typed.split('@', 1)[0] ?? '')
    .replace(/[^a-z0-9._-]+/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/^[._-]+|[._-]+$/g, '');
  return offered(typed, tidied, localPartFault);
}
