import { z } from 'zod';

/** Where a page ended: what the list is ordered by, and the grant's id. */
export type Cursor = readonly [key: string | number, id: string];

const cursorShape = z.tuple([z.union([z.string(), z.number()]), z.string()]);
export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** A cursor is ours or nothing: one that cannot be read begins at the start. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    return cursorShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A page of rows of which one more than asked for was read. */
export const pageOf = <R extends { key: string | number; grant: { id: string } }>(rows: R[], limit: number) => {
  const last = rows[limit - 1];
  return {
    rows: rows.slice(0, limit),
    next: rows.length > limit && last ? writeCursor([last.key, last.grant.id]) : null,
  };
};
