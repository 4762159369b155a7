import type { ApplyFault } from '../../contract/index.ts';
import type { Clock } from './clock.ts';
import { ALL_PLACES, type ModelKind } from './kinds.ts';
import type { Credential } from './secrets.ts';

/** One user as the servers' tables have it; `gen: null` rows are not ours. `expires` is in epoch seconds. */
export interface UserRow {
  kind: ModelKind;
  name: string;
  hash: string;
  keys: string[];
  tree: string;
  /** The directory or the database that is opened. */
  place: string;
  access: 'read' | 'write' | 'full';
  expires: number | null;
  gen: number | null;
}

export interface Session {
  name: string;
  /** What it was let in with: the table is not asked again while it lasts. */
  as: UserRow;
}

/** One change that an agent made to the table of users. */
export interface HostWrite {
  name: string;
  gen: number;
  digest: string | null;
  /** Epoch seconds, as it was told to be. */
  end: number | null;
}

/** What is wrong with the host just now; none of it is forever. */
export type Trouble = Extract<ApplyFault, 'service-unavailable' | 'disk-full' | 'sessions-remain' | 'unexpected'>;

const FOREIGN: UserRow[] = [
  {
    kind: 'ftp',
    name: 'biuro',
    hash: '$6$obcy$nie-nasz',
    keys: [],
    tree: 'cust1',
    place: '/',
    access: 'write',
    expires: null,
    gen: null,
  },
  {
    kind: 'database',
    name: 'sklep',
    hash: '*0123456789ABCDEF0123456789ABCDEF01234567',
    keys: [],
    tree: 'cust1',
    place: 'cust1_sklep',
    access: 'full',
    expires: null,
    gen: null,
  },
  {
    kind: 'ftp',
    name: 'zaneta',
    hash: '$6$obcy$tez-nie',
    keys: ['ssh-rsa AAAA'],
    tree: 'cust1',
    place: '/blog',
    access: 'read',
    expires: 1_900_000_000,
    gen: null,
  },
];

/** An FTP and a database server that do what ProFTPD and MariaDB do with their tables of users, and nothing more. */
export class HostingServer {
  readonly clock: Clock;
  readonly users = new Map<string, UserRow>(FOREIGN.map((row) => [row.name, row]));
  sessions: Session[] = [];
  readonly places = new Set(ALL_PLACES);
  readonly troubles = new Set<Trouble>();
  /** Until when sessions could not be ended, as far as that is over. */
  unkillableUntil = 0;
  /** Users whose row somebody else has changed since the agent last wrote it. */
  readonly tampered = new Set<string>();
  /** Rows that somebody else wrote, to know the sessions they let in. */
  readonly forged = new WeakSet<UserRow>();
  /** Every row the agent ever wrote, as a backup may bring it back. */
  readonly backup: UserRow[] = [];
  readonly writes: HostWrite[] = [];
  /** Changes of one user that were under way at once. */
  readonly overlaps: string[] = [];

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Who is let in, as the servers' own configuration decides; null when nobody. */
  authenticate(name: string, { plain, secret }: Credential): UserRow | null {
    const row = this.users.get(name);
    if (!row || plain === '' || (row.expires !== null && row.expires * 1000 <= this.clock.now)) return null;
    const byPassword = secret.password !== null && secret.password.hash === row.hash;
    return byPassword || secret.keys.some((key) => row.keys.includes(key)) ? row : null;
  }

  /** Signs in; the session is listed only `slowMs` after the table was asked, as when the client dawdles. */
  signIn(name: string, credential: Credential, slowMs: number): boolean {
    const row = this.authenticate(name, credential);
    if (!row) return false;
    const open = () => void this.sessions.push({ name, as: row });
    // A forged row may be gone again before a slow one shows itself; then nobody could ever know of it.
    if (slowMs === 0 || this.forged.has(row)) open();
    else this.clock.schedule(slowMs, open);
    return true;
  }

  /** Ends sessions; gives how many there were. */
  endSessions(which: (session: Session) => boolean): number {
    const before = this.sessions.length;
    this.sessions = this.sessions.filter((session) => !which(session));
    return before - this.sessions.length;
  }

  sessionsOf(name: string): Session[] {
    return this.sessions.filter((session) => session.name === name);
  }

  /** Everybody who is or was a user through the agent. */
  managed(): string[] {
    return [...new Set(this.writes.map((write) => write.name))];
  }

  calmDown(): void {
    if (this.troubles.has('sessions-remain')) this.unkillableUntil = this.clock.now;
    this.troubles.clear();
  }

  /**
   * Somebody else changes, restores or (null) deletes a row of ours. Sessions that an earlier forgery let in end with it:
   * with its row gone without a trace, nobody could ever know of them.
   */
  tamper(name: string, row: UserRow | null): void {
    this.endSessions((session) => session.name === name && this.forged.has(session.as));
    this.tampered.add(name);
    if (row) this.forged.add(row);
    if (row) this.users.set(name, row);
    else this.users.delete(name);
  }

  foreign(): string {
    return JSON.stringify([...this.users.values()].filter((row) => row.gen === null));
  }

  ours(): UserRow[] {
    return [...this.users.values()].filter((row) => row.gen !== null);
  }
}
