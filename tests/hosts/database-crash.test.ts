import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseAccess } from '../../agent/services/database/access-service.ts';
import { Accounts } from '../../agent/services/database/accounts.ts';
import { Databases } from '../../agent/services/database/databases.ts';
import { Server } from '../../agent/services/database/server.ts';
import type { DatabaseDesired } from '../../contract/index.ts';
import {
  aDatabaseState,
  aUser,
  type Databases as Host,
  openDatabases,
  PASSWORD,
  passwordState,
  REFUSED,
} from './kit/database.ts';

/** An agent that dies before its n-th statement. */
class Dying extends Server {
  left = Number.POSITIVE_INFINITY;
  override async ask(sql: string, values: readonly unknown[] = []) {
    if (this.left-- <= 0) throw new Error('died');
    return super.ask(sql, values);
  }
}

let host: Host;
let server: Dying;
let access: DatabaseAccess;
beforeAll(async () => {
  host = await openDatabases();
  await host.root('CREATE DATABASE sklep_foo_bar; CREATE TABLE sklep_foo_bar.t (a INT); CREATE DATABASE sklep_inna');
  server = new Dying(host.mariadb.paths.socket);
  access = new DatabaseAccess(server, new Accounts(server), new Databases(server));
});
afterAll(async () => {
  await server.close();
  await host.end();
});

/** Runs `change` again and again, each time on a fresh account, dying one statement later; gives back how often it died. */
async function atEveryStatement(
  before: DatabaseDesired | null,
  change: (user: string) => Promise<unknown>,
  look: (user: string) => Promise<void>,
): Promise<number> {
  for (let statement = 0; ; statement++) {
    const user = aUser();
    if (before !== null) await access.apply(user, 1, before);
    server.left = statement;
    const died = await change(user).then(
      () => false,
      () => true,
    );
    server.left = Number.POSITIVE_INFINITY;
    await look(user);
    if (!died) return statement;
  }
}

const NEW = 'nowe-hasło';
const wanted = (change: Partial<DatabaseDesired>) => aDatabaseState(change);

describe('an agent that dies at any statement', () => {
  it.each<[string, DatabaseDesired | null, DatabaseDesired]>([
    ['of a new access', null, wanted({ access: 'full' })],
    ['of a narrowing', wanted({ access: 'full' }), wanted({ access: 'read' })],
    ['of a widening', wanted({ access: 'read' }), wanted({ access: 'full' })],
    ['of another database', wanted({}), wanted({ database: 'sklep_inna' })],
    ['of another password', wanted({}), wanted({ password: passwordState(NEW) })],
    ['of an end that is over', wanted({}), wanted({ notAfter: 1_700_000_000 })],
    ['of an end put off', wanted({ notAfter: 1_700_000_000 }), wanted({ notAfter: null })],
  ])('%s leaves the old, the new, or nothing', async (_, before, after) => {
    const states = [before, after].map((state) => state && { ...state, password: { ...state.password, hash: null } });
    const times = await atEveryStatement(
      before,
      (user) => access.apply(user, 2, after),
      async (user) => {
        const standing = await access.read(user);
        if (standing === 'foreign') throw new Error('forgotten');
        if (standing?.state != null) expect(states).toContainEqual(standing.state);
        else for (const password of [PASSWORD, NEW]) expect((await host.sql(user, 'SELECT 1', password)).stderr).toMatch(REFUSED);
        const { print } = after.password;
        const again =
          before?.password.print === print && standing !== null ? { ...after, password: { hash: null, print } } : after;
        expect(await access.apply(user, 2, again)).toEqual({ ok: true });
        expect(await access.read(user)).toMatchObject({ gen: 2, state: states[1] });
      },
    );
    expect(times).toBeGreaterThan(5);
  });

  it('of a removal can take it up again', async () => {
    const times = await atEveryStatement(
      wanted({ access: 'full' }),
      (user) => access.remove(user),
      async (user) => {
        expect(await access.remove(user)).toEqual({ ok: true });
        expect(await access.read(user)).toBeNull();
        expect(
          await host.root(
            `SELECT 1 FROM mysql.db WHERE User = '${user}' UNION ALL SELECT 1 FROM klucznik.access WHERE principal = '${user}'`,
          ),
        ).toBe('');
      },
    );
    expect(times).toBeGreaterThan(5);
  });
});
