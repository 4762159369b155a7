import { lookAtOpen, namesInOpen } from '../../system/look.ts';
import { type Listed, type Order, sortListed } from './listing.ts';

/** A directory changed so lately may change again without its time telling: the kernel's clock ticks in milliseconds. */
const SETTLED_MS = 2000;
const MOST_KEPT = 4;

/** Names in order, kept for the next page of the same directory while nothing comes or goes in it. */
export class SortedDirectories {
  readonly #kept = new Map<string, Listed[]>();

  of(directory: number, order: Order): Listed[] {
    const look = lookAtOpen(directory);
    const key = `${look.version} ${order.descending}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const names = namesInOpen(directory).map((entry) => ({ ...entry, shown: entry.name.toString('utf8'), by: 0 }));
    const all = sortListed(names, order);
    if (Math.abs(Date.now() - look.changedAt) > SETTLED_MS) this.#keep(key, all);
    return all;
  }

  #keep(key: string, all: Listed[]): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, all);
  }
}
