import { UPLOAD_KEPT_MS } from '../../../../contract/files/door.ts';

/**
 * What a browser keeps of an upload that has not ended, so that it can go on after the page was closed: no name and no path,
 * but a digest of them, the address of the upload (worth nothing without a ticket), its size and when it began.
 */
export interface Remembered {
  key: string;
  address: string;
  size: number;
  begunAt: number;
}
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const slot = (serviceId: string) => `klucznik:wysylka:${serviceId}:`;

/** The same file, unchanged since, on its way to the same place. */
export async function keyFor(serviceId: string, at: string, file: File): Promise<string> {
  const said = JSON.stringify([at, file.name, file.size, file.lastModified]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said)));
  return slot(serviceId) + [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function read(storage: Kept, key: string, now: number): Remembered | null {
  const [address, size, begunAt] = (storage.getItem(key) ?? '').split('\n');
  if (!address || now - Number(begunAt) > UPLOAD_KEPT_MS) return null;
  return { key, address, size: Number(size), begunAt: Number(begunAt) };
}

/** Where an upload can go on, if it can. */
export const recall = (key: string, storage: Kept = localStorage, now = Date.now()): string | null =>
  read(storage, key, now)?.address ?? null;

/** Keeps where an upload goes; without room for it the upload merely begins anew another time. */
export function remember(key: string, address: string, size: number, storage: Kept = localStorage, now = Date.now()): void {
  try {
    storage.setItem(key, [address, size, now].join('\n'));
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
  }
}

export const forget = (key: string, storage: Kept = localStorage): void => storage.removeItem(key);

/** Everything of a service that has not ended; what the server has forgotten is forgotten here too. */
export function unfinished(serviceId: string, storage: Kept = localStorage, now = Date.now()): Remembered[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at)).filter((key) =>
    key?.startsWith(slot(serviceId)),
  );
  return keys.flatMap((key) => {
    const found = key && read(storage, key, now);
    if (key && !found) storage.removeItem(key);
    return found || [];
  });
}
