import type { Outcome, ServicePort, Standing, Wanted } from '../../agent/reconcile/port.ts';
import { type ApplyFault, KINDS } from '../../contract/index.ts';
import type { FtpServer, HostWrite, UserRow } from './ftp-server.ts';
import { sha256 } from './secrets.ts';

const digestOf = (state: Wanted): string => sha256(KINDS.ftp.digestInput(state));

/** The agent's door to the FTP server of the model: the same promises as agent/services/ftp, kept in memory. */
export class FtpService implements ServicePort {
  readonly #busy = new Set<string>();

  constructor(
    readonly server: FtpServer,
    /** The gen that the agent is busy with. */
    readonly genOf: (principal: string) => number,
    /** Where rivals, and death, may come in. */
    readonly pause: (where: string) => Promise<void>,
  ) {}

  async read(principal: string): Promise<Standing | 'foreign' | null> {
    const row = this.server.users.get(principal);
    if (!row) return null;
    return row.gen === null ? 'foreign' : standingOf(row, row.gen);
  }

  async readAll(): Promise<Standing[]> {
    return [...this.server.users.values()].flatMap((row) => (row.gen === null ? [] : [standingOf(row, row.gen)]));
  }

  apply(principal: string, gen: number, state: Wanted): Promise<Outcome> {
    return this.#alone(`apply ${principal}`, principal, () => {
      const row = this.server.users.get(principal);
      const hash = state.password === null ? '' : (state.password.hash ?? row?.hash ?? '');
      if (row && row.gen === null) return 'unexpected';
      if (!this.server.directories.has(state.directory)) return 'directory-missing';
      if (state.password !== null && sha256(hash) !== state.password.print) return 'credential-missing';
      const { tree, directory, access, notAfter, keys } = state;
      this.#write({ name: principal, gen, digest: digestOf(state), end: notAfter });
      const written = { name: principal, hash, keys, tree, directory, access, expires: notAfter, gen };
      this.server.users.set(principal, written);
      this.server.backup.push(written);
      return null;
    });
  }

  remove(principal: string): Promise<Outcome> {
    return this.#alone(`remove ${principal}`, principal, () => {
      if (this.server.users.get(principal)?.gen === null) return null;
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
    const over = this.server.ours().filter((row) => row.expires !== null && row.expires <= now);
    const ended = this.server.endSessions((session) => over.some((row) => row.name === session.name));
    const ends = this.server.ours().flatMap((row) => (row.expires !== null && row.expires > now ? [row.expires] : []));
    return { ok: true, ended, next: ends.length > 0 ? Math.min(...ends) : null } as const;
  }

  async directories() {
    return { ok: true, entries: [], truncated: false } as const;
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

export function standingOf(row: UserRow, gen: number): Standing & { state: Wanted } {
  const state: Wanted = {
    tree: row.tree,
    directory: row.directory,
    access: row.access,
    notAfter: row.expires,
    password: row.hash === '' ? null : { hash: null, print: sha256(row.hash) },
    keys: row.keys,
  };
  return { principal: row.name, gen, digest: digestOf(state), state };
}
