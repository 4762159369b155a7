import { type DatabaseDesired, KINDS } from '../../../contract/index.ts';
import type { Standing } from '../../reconcile/index.ts';
import { sha256 } from '../sha256.ts';
import { accountOf, type Found, type Note } from './accounts.ts';
import { treeOf } from './names.ts';

export const digestOf = (state: DatabaseDesired): string => sha256(KINDS.database.digestInput(state));

/** True when an end, in epoch seconds, has come. */
export const isOver = (ends: number | null): boolean => ends !== null && ends <= Math.floor(Date.now() / 1000);

/** What an account of ours means; one that means nothing a grant can say, or whose database is gone, gets a digest of its own. */
export async function describe(
  found: Found,
  note: Note,
  exists: (database: string) => boolean | Promise<boolean>,
): Promise<Standing> {
  const { principal, gen } = note;
  const account = accountOf(found);
  const tree = account === null ? null : treeOf(account.database);
  const isGrant = account !== null && (!account.locked || isOver(note.ends)) && (await exists(account.database));
  if (isGrant && tree !== null) {
    const { database, access, hash } = account;
    const state = { tree, database, access, notAfter: note.ends, password: { hash: null, print: sha256(hash) } };
    return { principal, gen, digest: digestOf(state), state };
  }
  return { principal, gen, digest: sha256(`not a grant: ${JSON.stringify(found)}`), state: null };
}
/** The hash to store: the one that came, or the one we have, when it is the one meant. Null when neither fits. */
export function chooseHash({ password }: DatabaseDesired, { note }: Found): string | null {
  const hash = password.hash ?? note?.hash ?? null;
  return hash !== null && sha256(hash) === password.print ? hash : null;
}
