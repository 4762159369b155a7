import type { Outcome, ServicePort, Standing, Wanted } from '../../agent/reconcile/port.ts';
import { type ApplyFault, KINDS } from '../../contract/index.ts';
import type { HostingServer, HostWrite, UserRow } from './hosting-server.ts';
import { isModelState, MISSING, type ModelKind, type ModelState, placeOf, stateOf } from './kinds.ts';
import { sha256 } from './secrets.ts';

const digestOf = (kind: ModelKind, state: ModelState): string => sha256(KINDS[kind].digestInput(state));

/** The agent's door to one kind of user on the model's host: the same promises as in agent/services, kept in memory. */
export class ModelService implements ServicePort {
  readonly #busy = new Set<string>();
  readonly server: HostingServer;
  readonly kind: ModelKind;
  /** The gen that the agent is busy with. */
  readonly genOf: (principal: string) => number;
  /** Where rivals, and death, may come in. */
  readonly pause: (where: string) => Promise<void>;

  constructor(
    server: HostingServer,
    kind: ModelKind,
    genOf: (principal: string) => number,
    pause: (where: string) => Promise<void>,
  ) {
    this.server = server;
    this.kind = kind;
    this.genOf = genOf;
    this.pause = pause;
  }

  async read(principal: string): Promise<Standing | 'foreign' | null> {
    const row = this.#row(principal);
    if (!row) return null;
    return row.gen === null ? 'foreign' : standingOf(row, row.gen);
  }

  async readAll(): Promise<Standing[]> {
    return this.#ours().map((row) => standingOf(row, row.gen ?? 0));
  }

  apply(principal: string, gen: number, state: Wanted): Promise<Outcome> {
    return this.#alone(`apply ${principal}`, principal, () => {
      if (!isModelState(state)) return 'unexpected';
      const row = this.#row(principal);
      const hash = state.password === null ? '' : (state.password.hash ?? row?.hash ?? '');
      if (row && row.gen === null) return 'unexpected';
      const place = placeOf(state);
      if (!this.server.places.has(place)) return MISSING[this.kind];
      if (state.password !== null && sha256(hash) !== state.password.print) return 'credential-missing';
      const { tree, access, notAfter } = state;
      const keys = 'keys' in state ? state.keys : [];
      this.#write({ name: principal, gen, digest: digestOf(this.kind, state), end: notAfter });
      const written = { kind: this.kind, name: principal, hash, keys, tree, place, access, expires: notAfter, gen };
      this.server.users.set(principal, written);
      this.server.backup.push(written);
      return null;
    });
  }

  remove(principal: string): Promise<Outcome> {
    return this.#alone(`remove ${principal}`, principal, () => {
      if (this.#row(principal)?.gen === null) return null;
      this.#write({ name: principal, gen: this.genOf(principal), digest: null, end: null });
      this.server.users.delete(principal);
      return null;
    });
  }

  async endSessions(principal: string) {
    await this.pause(`cut ${principal}`);
    if (this.server.troubles.has('sessions-remain')) return { ok: false, fault: 'sessions-remain' } as const;
    return { ok: true, ended: this.server.endSessions((session) => session.name === principal) } as const;
  }

  async endExpired(now: number) {
    if (this.server.troubles.has('sessions-remain')) return { ok: false, fault: 'sessions-remain' } as const;
    const over = this.#ours().filter((row) => row.expires !== null && row.expires <= now);
    const ended = this.server.endSessions((session) => over.some((row) => row.name === session.name));
    const ends = this.#ours().flatMap((row) => (row.expires !== null && row.expires > now ? [row.expires] : []));
    return { ok: true, ended, next: ends.length > 0 ? Math.min(...ends) : null } as const;
  }

  /** In the model nobody watches the tables between two resyncs. */
  async displaced() {
    return [];
  }

  #row(principal: string): UserRow | undefined {
    const row = this.server.users.get(principal);
    return row?.kind === this.kind ? row : undefined;
  }

  #ours(): UserRow[] {
    return this.server.ours().filter((row) => row.kind === this.kind);
  }

  #write(write: HostWrite): void {
    this.server.writes.push(write);
    this.server.tampered.delete(write.name);
  }

  async #alone(what: string, principal: string, work: () => ApplyFault | null): Promise<Outcome> {
    if (this.#busy.has(principal)) this.server.overlaps.push(`${what} began while another change of it was under way`);
    this.#busy.add(principal);
    try {
      await this.pause(what);
      const fault = this.#trouble() ?? work();
      await this.pause(`${what}, done`);
      return fault === null ? { ok: true } : { ok: false, fault };
    } finally {
      this.#busy.delete(principal);
    }
  }

  #trouble(): ApplyFault | null {
    if (this.server.troubles.has('unexpected')) throw new Error('the table is locked');
    return this.server.troubles.has('service-unavailable')
      ? 'service-unavailable'
      : this.server.troubles.has('disk-full')
        ? 'disk-full'
        : null;
  }
}

export function standingOf(row: UserRow, gen: number): Standing & { state: ModelState } {
  const state = stateOf(row);
  return { principal: row.name, gen, digest: digestOf(row.kind, state), state };
}
