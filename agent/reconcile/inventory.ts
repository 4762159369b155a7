import type { InventoryItem, Kind } from '../../contract/index.ts';
import type { Journal } from '../journal/index.ts';
import type { ServicePort, Services } from './port.ts';

/** What is on a host, of the kinds that could be read. */
export type Inventory = { items: InventoryItem[]; kinds: Kind[]; unread: Kind[] };

/**
 * What is really on the host, and, with a null digest, what was there once or should be there and is not.
 * A service that cannot be read keeps only its own kinds out of it: nothing may be concluded from their absence.
 */
export async function takeInventory(
  services: Services,
  journal: Journal,
  complain: (words: string) => void = () => {},
): Promise<Inventory> {
  const inventory: Inventory = { items: [], kinds: [], unread: [] };
  for (const [kind, service] of Object.entries(services) as [Kind, ServicePort][]) {
    try {
      inventory.items.push(...(await itemsOf(kind, service, journal)));
      inventory.kinds.push(kind);
    } catch (error) {
      complain(`inventory of ${kind}: ${error instanceof Error ? error.message : 'unknown error'}`);
      inventory.unread.push(kind);
    }
  }
  return inventory;
}

async function itemsOf(kind: Kind, service: ServicePort, journal: Journal): Promise<InventoryItem[]> {
  const gone = journal.appliedGens(kind);
  const standing = await service.readAll();
  for (const { principal } of standing) gone.delete(principal);
  return [
    ...standing.map(({ principal, gen, digest }) => ({ kind, principal, gen, digest })),
    ...Array.from(gone, ([principal, gen]) => ({ kind, principal, gen, digest: null })),
  ];
}

const PART = 2000;

/** Cuts an inventory into messages; an empty one is one empty, last part. */
export function inParts({ items, kinds }: Pick<Inventory, 'items' | 'kinds'>) {
  const count = Math.max(1, Math.ceil(items.length / PART));
  return Array.from({ length: count }, (_, part) => ({
    t: 'inventory' as const,
    part,
    last: part === count - 1,
    kinds,
    items: items.slice(part * PART, (part + 1) * PART),
  }));
}
