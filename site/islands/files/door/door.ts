import { parentRef } from '../../../../contract/files/path.ts';
import type { BinItem, EntryPage, FileEntry, IfThere } from '../../../../contract/files/server.ts';
import type { FilePass } from '../../../../contract/index.ts';
import { type Act, commonDirectory, type Line, placesOf, type Said, saidBy } from './act.ts';
import { type DoorResult, doorFailure, thrownFault } from './fault.ts';
import { readLines } from './lines.ts';
import { addressWith, type DoorRequest, send } from './request.ts';
import { type AskForPass, passFromEdge, type Right, Tickets } from './tickets.ts';

export type Order = 'name' | 'size' | 'changed';
export interface Listing {
  at: string;
  after?: string | undefined;
  limit?: number;
  order?: Order;
  descending?: boolean;
  only?: 'all' | 'directories';
}

/**
 * A hosting server's file door, spoken to directly. Nothing throws: what is refused comes back as a value. Tickets live in memory.
 */
export class Door {
  readonly #tickets: Tickets;

  constructor(ask: AskForPass) {
    this.#tickets = new Tickets(ask);
  }

  /** A ticket and where it is good, for what sends its requests itself (tus, a form). */
  pass(path: string, right: Right): Promise<DoorResult<FilePass>> {
    return this.#tickets.pass(path, right);
  }

  /** Says that a ticket from `pass` was refused, so that the next one is another. */
  refused(ticket: string): Promise<void> {
    return this.#tickets.refused(ticket);
  }

  list({ at, after, limit, order, descending, only }: Listing, signal?: AbortSignal): Promise<DoorResult<EntryPage>> {
    const query = { at, after, limit: limit?.toString(), order, descending: descending ? '1' : undefined, only };
    return this.#json({ path: addressWith('/entries', query), within: '/', right: 'read', signal });
  }

  /** A file's bytes as they come. */
  content(at: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<DoorResult<Response>> {
    return send(this.#tickets, { path: addressWith('/content', { at }), within: at, right: 'read', headers, signal });
  }

  /** Saves a whole small file; `headers` say what must be there (If-Match, If-None-Match). */
  save(at: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<DoorResult<FileEntry>> {
    return this.#json({
      method: 'PUT',
      path: addressWith('/content', { at }),
      within: parentRef(at),
      right: 'write',
      body,
      headers,
    });
  }

  makeFolder(at: string): Promise<DoorResult<FileEntry>> {
    return this.#json({ method: 'POST', path: '/folders', within: parentRef(at), right: 'write', json: { at } });
  }

  /** A long act, told as it goes on. */
  act(act: Act, signal?: AbortSignal): AsyncGenerator<Said, void> {
    const within = commonDirectory(placesOf(act));
    return this.#told({ method: 'POST', path: act.post, within, right: 'write', json: act.order, signal });
  }

  search(at: string, name: string, signal?: AbortSignal): AsyncGenerator<Said, void> {
    return this.#told({ path: addressWith('/search', { at, name }), within: at, right: 'read', signal });
  }

  bin(after?: string): Promise<DoorResult<{ items: BinItem[]; next: string | null }>> {
    return this.#json({ path: addressWith('/bin', { after }), within: '/', right: 'read' });
  }

  restore(id: string, ifThere: IfThere = 'refuse'): Promise<DoorResult<FileEntry>> {
    return this.#json({ method: 'POST', path: `/bin/${id}/restoring`, within: '/', right: 'write', json: { ifThere } });
  }

  async destroy(id: string): Promise<DoorResult<null>> {
    const answer = await send(this.#tickets, { method: 'DELETE', path: `/bin/${id}`, within: '/', right: 'write' });
    return answer.ok ? { ok: true, value: null } : answer;
  }

  emptyBin(signal?: AbortSignal): AsyncGenerator<Said, void> {
    return this.#told({ method: 'DELETE', path: '/bin', within: '/', right: 'write', signal });
  }

  async #json<T>(request: DoorRequest): Promise<DoorResult<T>> {
    const answer = await send(this.#tickets, request);
    if (!answer.ok) return answer;
    try {
      return { ok: true, value: (await answer.value.json()) as T };
    } catch (fault) {
      return fault instanceof SyntaxError ? doorFailure('network') : thrownFault(fault);
    }
  }

  async *#told(request: DoorRequest): AsyncGenerator<Said, void> {
    const answer = await send(this.#tickets, request);
    if (!answer.ok) return yield { end: answer };
    try {
      for await (const line of answer.value.body ? readLines(answer.value.body) : []) {
        const said = saidBy(line as Line);
        yield said;
        if ('end' in said) return;
      }
      // Cut off: what was done stays done, and nobody said how far it came.
      yield { end: doorFailure('network') };
    } catch (fault) {
      yield { end: fault instanceof SyntaxError ? doorFailure('network') : thrownFault(fault) };
    }
  }
}

const doors = new Map<string, Door>();

/** The door to a service's files; everybody on a page shares its tickets. */
export function doorOf(serviceId: string): Door {
  const known = doors.get(serviceId) ?? new Door(passFromEdge(serviceId));
  doors.set(serviceId, known);
  return known;
}
