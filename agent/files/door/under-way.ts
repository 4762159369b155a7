import type { ServerResponse } from 'node:http';
import type { FileTicket } from '../../../contract/files/index.ts';

/** At most so many requests of one tree at once; a browser has six, and several people may work at the same time. */
const MOST_OF_A_TREE = 64;

/** The requests that are being answered. */
export class UnderWay {
  readonly #running = new Map<ServerResponse, FileTicket>();

  /** Notes a request until the returned function is called; null when its tree has too many. */
  enter(ticket: FileTicket, response: ServerResponse): (() => void) | null {
    let ofTree = 0;
    for (const { tree } of this.#running.values()) if (tree === ticket.tree) ofTree += 1;
    if (ofTree >= MOST_OF_A_TREE) return null;
    this.#running.set(response, ticket);
    return () => void this.#running.delete(response);
  }

  /** Cuts off what was begun with a ticket that is void now. */
  cutOff(isVoid: (ticket: FileTicket) => boolean): void {
    for (const [response, ticket] of this.#running) if (isVoid(ticket)) response.destroy();
  }
}
