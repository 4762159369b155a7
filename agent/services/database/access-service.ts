import { type DatabaseDesired, isGrantableDatabase } from '../../../contract/index.ts';
import type { Ended, Outcome, ServicePort, Standing } from '../../reconcile/index.ts';
import { Told } from '../told.ts';
import { type Accounts, accountOf, type Found, type Note } from './accounts.ts';
import type { Databases } from './databases.ts';
import { orFault } from './faults.ts';
import { belongsTo } from './names.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { findOrphans } from './orphans.ts';
import type { Server } from './server.ts';
import { endSessions } from './sessions.ts';
import { chooseHash, describe, digestOf, isOver } from './standing.ts';

/** Sign-ins to one database of MariaDB each (R9). What stands is read from MariaDB's own tables; ours say only whose it is, and its end. */
export class DatabaseAccess implements ServicePort<DatabaseDesired> {
  readonly #server: Server;
  readonly #accounts: Accounts;
  readonly #databases: Databases;
  /** A watcher that looks in the middle of a change would take it for a stranger's. */
  readonly #principals = new OneAtATime();
  /** What was already told of as displaced, so that one refusal is not reported each second. */
  readonly #told = new Map<string, string>();

  readonly #orphans = new Told();

  constructor(server: Server, accounts: Accounts, databases: Databases) {
    this.#server = server;
    this.#accounts = accounts;
    this.#databases = databases;
  }

  async read(principal: string): Promise<Standing | 'foreign' | null> {
    const found = await this.#accounts.find(principal);
    if (found.records.accounts.length === 0) return null;
    return found.note === null ? 'foreign' : describe(found, found.note, (name) => this.#databases.exists(name));
  }

  async readAll(): Promise<Standing[]> {
    return (await this.#lookAtAll()).flatMap(({ standing }) => standing ?? []);
  }

  async #lookAtAll(): Promise<{ note: Note; standing: Standing | null }[]> {
    const [found, databases] = await Promise.all([this.#accounts.findAll(), this.#databases.all()]);
    const look = async (one: Found & { note: Note }) => ({
      note: one.note,
      standing: one.records.accounts.length === 0 ? null : await describe(one, one.note, (name) => databases.has(name)),
    });
    return Promise.all(found.map(look));
  }

  opens({ database }: DatabaseDesired) {
    return { kind: 'database-asset', principal: database } as const;
  }

  apply(principal: string, gen: number, state: DatabaseDesired): Promise<Outcome> {
    return this.#principals.run(principal, () => orFault(() => this.#applyAlone(principal, gen, state)));
  }

  async #applyAlone(principal: string, gen: number, state: DatabaseDesired): Promise<Outcome> {
    if (!belongsTo(state.tree, state.database) || !isGrantableDatabase(state.database))
      return { ok: false, fault: 'database-outside' };
    if (!(await this.#databases.exists(state.database))) return { ok: false, fault: 'database-missing' };
    const found = await this.#accounts.find(principal);
    if (found.note === null && found.records.accounts.length > 0) return { ok: false, fault: 'unexpected' };
    const hash = chooseHash(state, found);
    if (hash === null) return { ok: false, fault: 'credential-missing' };
    await this.#put({ principal, gen, ends: state.notAfter, hash, digest: digestOf(state) }, state, found);
    this.#told.delete(principal);
    return { ok: true };
  }

  /** At no step may anybody do more than before or than wanted: what is changed is locked first, and opened last. */
  async #put(note: Note, { database, access }: DatabaseDesired, found: Found): Promise<void> {
    const { principal } = note;
    const account = accountOf(found);
    const fits = account?.hash === note.hash && account.database === database && account.access === access;
    if (!fits) await this.#accounts.lock(principal, found.records);
    await this.#accounts.note(note);
    if (!fits) {
      await this.#accounts.drop(principal, found.records);
      await this.#accounts.createLocked(principal, note.hash, database, access);
    }
    const stillThere = fits || (await this.#databases.exists(database));
    if ((!fits || account.locked) && stillThere && !isOver(note.ends)) await this.#accounts.unlock(principal);
  }

  remove(principal: string): Promise<Outcome> {
    return this.#principals.run(principal, () =>
      orFault(async (): Promise<Outcome> => {
        const found = await this.#accounts.find(principal);
        if (found.note === null) return { ok: true };
        await this.#accounts.lock(principal, found.records);
        const ended = await endSessions(this.#server, (user) => user === principal);
        await this.#accounts.drop(principal, found.records);
        await this.#accounts.forget(principal);
        this.#told.delete(principal);
        return ended.ok ? { ok: true } : ended;
      }),
    );
  }

  endSessions(principal: string): Promise<Ended> {
    return orFault(() => endSessions(this.#server, (user) => user === principal));
  }

  /** MariaDB's own event does the same each second, unless somebody switched it off; so this also looks after the event. */
  async endExpired(now: number) {
    return orFault(async () => {
      await this.#server.repairSchema();
      const { all, open } = await this.#accounts.expired(now);
      for (const principal of open) await this.#principals.run(principal, () => this.#lockExpired(principal, now));
      const expired = new Set(all);
      const ended: Ended =
        expired.size > 0 ? await endSessions(this.#server, (user) => expired.has(user)) : { ok: true, ended: 0 };
      const [row] = await this.#server.ask('SELECT MIN(ends) AS next FROM klucznik.access WHERE ends > ?', [now]);
      return ended.ok ? { ...ended, next: row?.next == null ? null : Number(row.next) } : ended;
    });
  }

  async #lockExpired(principal: string, now: number): Promise<void> {
    const { note, records } = await this.#accounts.find(principal);
    // Put off since.
    if (note?.ends == null || note.ends > now) return;
    await this.#accounts.lock(principal, records);
  }

  /**
   * Shuts out whoever may no longer do exactly what was granted, or whose database is gone: rights would come back with a database of
   * that name. Whom our own schema has lost, or has again, is only told of.
   */
  async displaced(): Promise<string[]> {
    const all = await this.#lookAtAll();
    const suspects = all.filter(({ note, standing }) => this.#isNews(note, standing?.digest)).map(({ note }) => note.principal);
    const out = this.#orphans.news(await findOrphans((sql, values) => this.#server.ask(sql, values)));
    for (const principal of suspects)
      if (await this.#principals.run(principal, () => this.#shutOut(principal))) out.push(principal);
    return out;
  }

  #isNews(note: Note, digest = 'none'): boolean {
    return digest !== note.digest && this.#told.get(note.principal) !== digest;
  }

  async #shutOut(principal: string): Promise<boolean> {
    const found = await this.#accounts.find(principal);
    const before = await this.read(principal);
    if (found.note === null || before === 'foreign' || !this.#isNews(found.note, before?.digest)) return false;
    await this.#accounts.lock(principal, found.records);
    await endSessions(this.#server, (user) => user === principal);
    const after = await this.read(principal);
    this.#told.set(principal, after === null || after === 'foreign' ? 'none' : after.digest);
    return true;
  }

  /** Those of ours who may do anything in a database, gone. */
  async removeAllWithRightsOn(database: string): Promise<Outcome> {
    for (const principal of await this.#accounts.withRightsOn(database)) {
      const removed = await this.remove(principal);
      if (!removed.ok) return removed;
    }
    return { ok: true };
  }
}
