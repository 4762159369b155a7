import type { FromAgent, Kind } from '../../contract/index.ts';
import type { Journal } from '../journal/index.ts';
import { inParts, takeInventory } from './inventory.ts';
import type { Clock, Services } from './port.ts';

/** A service that could not be read is asked again after this long. */
const AGAIN_MS = 15_000;

export type StocktakingOptions = {
  services: Services;
  journal: Journal;
  clock: Clock;
  send: (part: Extract<FromAgent, { t: 'inventory' }>) => void;
  complain: (words: string) => void;
};

/** Tells the edge what is on this host: once when it is asked to, and once more when a service that could not be read can be. */
export class Stocktaking {
  readonly #of: StocktakingOptions;
  #cancel: () => void = () => {};
  /** The newest telling; what an older one still has to say is old news. */
  #telling = 0;

  constructor(options: StocktakingOptions) {
    this.#of = options;
  }

  /** False when a newer telling, or the end, came in between. */
  async tell(): Promise<boolean> {
    const { services, journal, send, complain } = this.#of;
    const telling = this.#begin();
    const inventory = await takeInventory(services, journal, complain);
    if (telling !== this.#telling) return false;
    for (const part of inParts(inventory)) send(part);
    this.#lookLater(inventory.unread, telling);
    return true;
  }

  stop(): void {
    this.#begin();
  }

  #begin(): number {
    this.#cancel();
    this.#telling += 1;
    return this.#telling;
  }

  #lookLater(unread: readonly Kind[], telling: number): void {
    if (unread.length > 0) this.#cancel = this.#of.clock.after(AGAIN_MS, () => void this.#lookAgain(unread, telling));
  }

  /** Reads only what could not be read, so that a server that is down for long costs the others nothing. */
  async #lookAgain(unread: readonly Kind[], telling: number): Promise<void> {
    const services = Object.fromEntries(unread.map((kind) => [kind, this.#of.services[kind]])) as Services;
    const { kinds } = await takeInventory(services, this.#of.journal, this.#of.complain);
    if (telling !== this.#telling) return;
    if (kinds.length > 0) await this.tell();
    else this.#lookLater(unread, telling);
  }
}
