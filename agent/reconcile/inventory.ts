import type { InventoryItem, Kind } from '../../contract/index.ts';
import type { Journal } from '../journal/index.ts';
import type { ServicePort } from './port.ts';

/** What is really on the host, and, with a null digest, what was there once or should be there and is not. */
export async function takeInventory(services: Record<Kind, ServicePort>, journal: Journal): Promise<InventoryItem[]> {
  const items: InventoryItem[] = [];
  for (const [kind, service] of Object.entries(services) as [Kind, ServicePort][]) {
    const gone = journal.appliedGens(kind);
    for (const { principal, gen, digest } of await service.readAll()) {
      items.push({ kind, principal, gen, digest });
      gone.delete(principal);
    }
    for (const [principal, gen] of gone) items.push({ kind, principal, gen, digest: null });
  }
  return items;
}

const PART = 2000;

/** Cuts an inventory into messages; an empty one is one empty, last part. */
export function inParts(items: readonly InventoryItem[]) {
  const count = Math.max(1, Math.ceil(items.length / PART));
  return Array.from({ length: count }, (_, part) => ({
    t: 'inventory' as const,
    part,
    last: part === count - 1,
    items: items.slice(part * PART, (part + 1) * PART),
  }));
}
