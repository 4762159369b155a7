import { type DatabaseAssetDesired, KINDS } from '../../../contract/index.ts';
import type { Ended, Outcome, ServicePort, Standing } from '../../reconcile/index.ts';
import { sha256 } from '../sha256.ts';
import type { DatabaseAccess } from './access-service.ts';
import type { Databases } from './databases.ts';
import { orFault } from './faults.ts';
import { belongsTo, treeOf } from './names.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { Server } from './server.ts';

/** Customers' databases themselves (R9). One that stands under a customer's prefix is the customer's, whoever made it; it then has gen 0. */
export class DatabaseAssets implements ServicePort<DatabaseAssetDesired> {
  readonly #server: Server;
  readonly #databases: Databases;
  readonly #access: DatabaseAccess;
  readonly #names = new OneAtATime();
  /** Those that were refused as lost, until they are there again. */
  readonly #lost = new Set<string>();

  constructor(server: Server, databases: Databases, access: DatabaseAccess) {
    this.#server = server;
    this.#databases = databases;
    this.#access = access;
  }

  async read(name: string): Promise<Standing | 'foreign' | null> {
    if (!(await this.#databases.exists(name))) return null;
    const tree = treeOf(name);
    if (tree === null) return 'foreign';
    return describe(name, tree, await this.#genOf(name));
  }

  async #genOf(name: string): Promise<number> {
    const [row] = await this.#server.ask('SELECT gen FROM klucznik.asset WHERE name = ?', [name]);
    return Number(row?.gen ?? 0);
  }

  async readAll(): Promise<Standing[]> {
    const [rows, standing] = await Promise.all([this.#server.ask('SELECT name, gen FROM klucznik.asset'), this.#databases.all()]);
    return rows.flatMap(({ name, gen }) => {
      const tree = treeOf(String(name));
      return tree === null || !standing.has(String(name)) ? [] : [describe(String(name), tree, Number(gen))];
    });
  }

  /**
   * Rights survive the database they were for, so those of ours go before there is one of that name again. One that was made for
   * this very wish and is gone was lost: an empty one in its place would hide that.
   */
  apply(name: string, gen: number, { tree }: DatabaseAssetDesired): Promise<Outcome> {
    return this.#alone(name, async () => {
      if (!belongsTo(tree, name)) return { ok: false, fault: 'database-outside' };
      if (!(await this.#databases.exists(name))) {
        if ((await this.#genOf(name)) === gen) {
          this.#lost.add(name);
          return { ok: false, fault: 'database-missing' };
        }
        const cleared = await this.#access.removeAllWithRightsOn(name);
        if (!cleared.ok) return cleared;
        await this.#databases.create(name);
      }
      await this.#server.ask('REPLACE INTO klucznik.asset (name, gen) VALUES (?, ?)', [name, gen]);
      return { ok: true };
    });
  }

  remove(name: string): Promise<Outcome> {
    return this.#alone(name, async () => {
      if (treeOf(name) === null) return { ok: false, fault: 'database-outside' };
      const cleared = await this.#access.removeAllWithRightsOn(name);
      if (!cleared.ok) return cleared;
      await this.#databases.drop(name);
      await this.#server.ask('DELETE FROM klucznik.asset WHERE name = ?', [name]);
      this.#lost.delete(name);
      // Who was given access while it was being dropped.
      return this.#access.removeAllWithRightsOn(name);
    });
  }

  /** Nobody signs in as a database; those with rights on it went with it. */
  async endSessions(): Promise<Ended> {
    return { ok: true, ended: 0 };
  }

  async endExpired(): Promise<{ ok: true; ended: number; next: number | null }> {
    return { ok: true, ended: 0, next: null };
  }

  /** Lost ones that are there again, so that nobody goes on calling them lost. One that vanishes is told of by the next inventory. */
  async displaced(): Promise<string[]> {
    if (this.#lost.size === 0) return [];
    const standing = await this.#databases.all();
    const back = [...this.#lost].filter((name) => standing.has(name));
    for (const name of back) this.#lost.delete(name);
    return back;
  }

  #alone(name: string, work: () => Promise<Outcome>): Promise<Outcome> {
    return this.#names.run(name, () => orFault(work));
  }
}

function describe(principal: string, tree: string, gen: number): Standing {
  const state = { tree };
  const digest = sha256(KINDS['database-asset'].digestInput(state));
  return { principal, gen, digest, state };
}
