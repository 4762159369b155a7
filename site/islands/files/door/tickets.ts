import { liesWithin } from '../../../../contract/files/path.ts';
import type { FilePass } from '../../../../contract/index.ts';
import { api, call } from '../../../api/client.ts';
import type { Result } from '../../../api/result.ts';
import { type DoorResult, doorFailure } from './fault.ts';

export type Right = 'read' | 'write';
export type AskForPass = (path: string, right: Right) => Promise<Result<FilePass>>;

/** Shorter than a ticket is good for (TICKET_MS), and counted by this computer's clock alone, which may be wrong about the day. */
const KEPT_MS = 90_000;

interface Held {
  path: string;
  right: Right;
  until: number;
  pass: Promise<DoorResult<FilePass>>;
}

export const passFromEdge =
  (serviceId: string): AskForPass =>
  (path, right) =>
    call((options) => api.services[':serviceId']['file-tickets'].$post({ param: { serviceId }, json: { path, right } }, options));

/** Tickets to one service's files: in memory only, asked for when they are needed, and once for all who need the same. */
export class Tickets {
  readonly #ask: AskForPass;
  readonly #now: () => number;
  #held: Held[] = [];

  constructor(ask: AskForPass, now: () => number = () => performance.now()) {
    this.#ask = ask;
    this.#now = now;
  }

  /** A ticket for a request that begins now, at a path or below it. */
  async pass(path: string, right: Right): Promise<DoorResult<FilePass>> {
    this.#held = this.#held.filter(({ until }) => until > this.#now());
    const held = this.#held.find((one) => liesWithin(one.path, path) && (one.right === right || one.right === 'write'));
    return (held ?? this.#fetch(path, right)).pass;
  }

  /** Forgets a ticket that was refused before its time: the host has another key now. */
  refused(ticket: string): Promise<void> {
    return Promise.all(
      this.#held.map(async (one) => {
        const pass = await one.pass;
        if (pass.ok && pass.value.ticket === ticket) this.#forget(one);
      }),
    ).then(() => undefined);
  }

  #fetch(path: string, right: Right): Held {
    const pass = this.#ask(path, right).then((result) => (result.ok ? result : doorFailure('edge', null, result)));
    const held = { path, right, until: this.#now() + KEPT_MS, pass };
    this.#held.push(held);
    void pass.then(({ ok }) => ok || this.#forget(held));
    return held;
  }

  #forget(held: Held): void {
    this.#held = this.#held.filter((one) => one !== held);
  }
}
