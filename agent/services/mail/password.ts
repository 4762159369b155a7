import { sha256 } from '../sha256.ts';

/** The scheme under which Dovecot asks crypt(3), which knows `$7$`. */
const SCHEME = '{CRYPT}';

type Wanted = { hash: string | null; print: string };

/** What to store for a wanted password: the hash that came, or the one already there when it is the one meant. Null when neither fits. */
export function choosePassword(wanted: Wanted, present: string | null): string | null {
  const hash = wanted.hash ?? (present === null ? null : hashOf(present));
  return hash !== null && sha256(hash) === wanted.print ? `${SCHEME}${hash}` : null;
}

/** A stored password as a state tells it; one that no state can mean has a print of its own. */
export const describePassword = (stored: string): Wanted => ({
  hash: null,
  print: sha256(hashOf(stored) ?? `foreign ${stored}`),
});

const hashOf = (stored: string) => (stored.startsWith(SCHEME) ? stored.slice(SCHEME.length) : null);
