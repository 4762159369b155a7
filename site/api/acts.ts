/** One act of a person: the same key travels with every try of it, so that a lost answer never makes the act happen twice. */
export interface Act {
  key: string;
  /** Forgets the key once the act has had its answer. */
  finish(): void;
}

interface Kept {
  key: string;
  print: string;
}

const inMemory = new Map<string, Kept>();
const slot = (name: string) => `klucznik:czynnosc:${name}`;

function readKept(name: string, storage: Storage | null): Kept | null {
  const text = storage?.getItem(slot(name));
  if (!text) return inMemory.get(name) ?? null;
  const kept: unknown = JSON.parse(text);
  return typeof kept === 'object' && kept !== null && 'key' in kept && 'print' in kept
    ? { key: String(kept.key), print: String(kept.print) }
    : null;
}

/**
 * The act of sending `body` under `name`: a retry with the same body keeps its key, a changed body is a new act.
 * With `storage` the key also outlives a reload; leave it out where the body holds a secret.
 */
export function actOf(name: string, body: unknown, storage: Storage | null = null): Act {
  const print = JSON.stringify(body ?? null);
  const kept = readKept(name, storage);
  const key = kept?.print === print ? kept.key : crypto.randomUUID();
  inMemory.set(name, { key, print });
  storage?.setItem(slot(name), JSON.stringify({ key, print }));
  const finish = () => {
    inMemory.delete(name);
    storage?.removeItem(slot(name));
  };
  return { key, finish };
}
