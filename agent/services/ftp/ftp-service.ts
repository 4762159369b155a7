import { type FtpDesired, ftpDesired, ftpDigestInput, type HostAnswer } from '../../../contract/index.ts';
import type { Ended, Outcome, ServicePort, Standing } from '../../reconcile/index.ts';
import { isRealDirectory, realPath } from '../../system/folders.ts';
import { sha256 } from '../sha256.ts';
import { takeAway } from '../take-away.ts';
import { AccessDb, type AccessRow, NOWHERE } from './access-db.ts';
import { listDirectories, locateHome, ownerOfTree, parseHome } from './home.ts';
import { Sessions } from './sessions.ts';
import { fromRfc4716, toRfc4716 } from './ssh-key.ts';

type Owner = ReturnType<typeof ownerOfTree>;

export type FtpOptions = { customersRoot: string; accessDb: string; scoreboard: string };

/** Stands in the hash column of those who sign in by key alone: crypt(3) never makes it. */
const NO_PASSWORD = '!';

/** FTP users of ProFTPD, kept in the SQLite file it reads at every sign-in (R8). */
export class FtpService implements ServicePort<FtpDesired> {
  readonly #db: AccessDb;
  readonly #sessions: Sessions;
  readonly #root: string;

  constructor(options: FtpOptions) {
    this.#db = new AccessDb(options.accessDb);
    this.#sessions = new Sessions(options.scoreboard);
    this.#root = realPath(options.customersRoot);
  }

  async read(principal: string): Promise<Standing | 'foreign' | null> {
    const row = this.#db.read(principal);
    return row === null || row === 'foreign' ? row : this.#describe(row);
  }

  async readAll(): Promise<Standing[]> {
    const owners = new Map<string, Owner>();
    return this.#db.readAll().map((row) => this.#describe(row, owners));
  }

  async apply(principal: string, gen: number, state: FtpDesired): Promise<Outcome> {
    const home = locateHome(this.#root, state.tree, state.directory);
    if (!home.ok) return home;
    const present = this.#db.read(principal);
    if (present === 'foreign') return { ok: false, fault: 'unexpected' };
    const hash = chooseHash(state, present?.hash ?? null);
    if (hash === null) return { ok: false, fault: 'credential-missing' };
    this.#db.write({
      name: principal,
      hash,
      uid: home.uid,
      gid: home.gid,
      home: home.path,
      expires: state.notAfter,
      gen,
      writes: state.access === 'write',
      keys: state.keys.map(toRfc4716),
    });
    // The row waits for a daemon that is down, but nobody is told of access that does not work yet.
    return (await this.#sessions.isServed()) ? { ok: true } : { ok: false, fault: 'service-unavailable' };
  }

  remove(principal: string): Promise<Outcome> {
    return takeAway({
      remove: () => this.#db.remove(principal),
      shutOut: () => this.#db.shutOutWithoutRoom(principal),
      endSessions: () => this.endSessions(principal),
    });
  }

  endSessions(principal: string, olderThanMs?: number): Promise<Ended> {
    return this.#sessions.end((user) => user === principal, olderThanMs);
  }

  async endExpired(now: number) {
    const expired = new Set(this.#db.expired(now));
    const ended: Ended = expired.size === 0 ? { ok: true, ended: 0 } : await this.#sessions.end((user) => expired.has(user));
    return ended.ok ? { ...ended, next: this.#db.nextEnd(now) } : ended;
  }

  /**
   * Shuts out everyone whose directory became a link, or vanished, after the grant, and ends their sessions; says who.
   * mod_sftp 1.3.8 does not know AllowChrootSymlinks and would follow the link (FTPS refuses by itself).
   */
  async displaced(): Promise<string[]> {
    const displaced = this.#db.homes().filter(({ home }) => home !== NOWHERE && !isRealDirectory(home));
    for (const { name, home } of displaced) this.#db.shutOut(name, home);
    const names = new Set(displaced.map(({ name }) => name));
    if (names.size > 0) await this.#sessions.end((user) => names.has(user));
    return [...names];
  }

  async directories(tree: string, path: string): Promise<HostAnswer> {
    return listDirectories(this.#root, tree, path);
  }

  close(): void {
    this.#db.close();
  }

  /** What the row means, from the columns that ProFTPD acts on; one that means nothing a grant can say gets a digest of its own. */
  #describe(row: AccessRow, owners = new Map<string, Owner>()): Standing {
    const state = this.#stateOf(row, owners);
    const digest = sha256(state === null ? `not a grant: ${JSON.stringify(row)}` : ftpDigestInput(state));
    return { principal: row.name, gen: row.gen, digest, state };
  }

  #stateOf(row: AccessRow, owners: Map<string, Owner>): FtpDesired | null {
    const place = parseHome(this.#root, row.home);
    const keys = row.keys.map(fromRfc4716);
    if (place === null || keys.includes(null) || !this.#isOwners(row, place.tree, owners)) return null;
    const parsed = ftpDesired.safeParse({
      ...place,
      access: row.writes ? 'write' : 'read',
      notAfter: row.expires,
      password: row.hash === NO_PASSWORD ? null : { hash: null, print: sha256(row.hash) },
      keys,
    });
    return parsed.success ? parsed.data : null;
  }

  /** Sessions act as the tree's owner; a tree that is gone says nothing about it. */
  #isOwners(row: AccessRow, tree: string, owners: Map<string, Owner>): boolean {
    let owner = owners.get(tree);
    if (owner === undefined) {
      owner = ownerOfTree(this.#root, tree);
      owners.set(tree, owner);
    }
    return owner === null || (owner.uid === row.uid && owner.gid === row.gid);
  }
}

/** The hash to store: the one that came, or the one already there when it is the one meant. Null when neither fits. */
function chooseHash(state: FtpDesired, present: string | null): string | null {
  if (state.password === null) return state.keys.length > 0 ? NO_PASSWORD : null;
  const hash = state.password.hash ?? present;
  return hash !== null && sha256(hash) === state.password.print ? hash : null;
}
