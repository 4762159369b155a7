import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetState, DatabaseList, MailboxList, RouteName } from '../contract/index.ts';
import type { ApiClient, Call } from '../tests/support/api-client.ts';
import type { Dovecot, Hosting, Mariadb } from '../tests/support/hosting/index.ts';
import { mariadbAsRoot } from '../tests/support/programs/index.ts';
import { signIn } from '../tests/support/stage/session.ts';
import { waitFor } from '../tests/support/stage/wait.ts';
import { DATABASES, NEIGHBOUR_SQL } from './databases.ts';
import { MAILBOXES, rawMessage } from './mail.ts';
import { DEMO_PASSWORD, PEOPLE, type PersonName } from './people.ts';

type Edge = { url: string };

/**
 * Makes the databases and mailboxes of the demo's customers, as their owners would, and puts something into them.
 * Done once: what a person changes or deletes afterwards stays so.
 */
export async function plantBelongings(edge: Edge, hosting: Hosting): Promise<void> {
  const { mariadb, dovecot, paths } = hosting;
  await Promise.all([
    mariadb && once(join(paths.daemon, 'databases-planted'), () => plantDatabases(edge, mariadb)),
    dovecot && once(join(paths.daemon, 'mailboxes-planted'), () => plantMailboxes(edge, dovecot)),
  ]);
}

async function once(mark: string, act: () => Promise<void>): Promise<void> {
  if (existsSync(mark)) return;
  await act();
  writeFileSync(mark, '');
}

async function plantDatabases(edge: Edge, mariadb: Mariadb): Promise<void> {
  await sql(mariadb, NEIGHBOUR_SQL);
  await Promise.all(
    DATABASES.map(async ({ owner, serviceId, tree, name, sql: content }) => {
      const fullName = `${tree}_${name}`;
      await create(edge, { owner, serviceId, fullName, list: databasesOf, route: 'createDatabase', body: { name } });
      await sql(mariadb, `USE \`${fullName}\`; ${content}`);
    }),
  );
}

async function plantMailboxes(edge: Edge, dovecot: Dovecot): Promise<void> {
  await Promise.all(
    MAILBOXES.map(async ({ owner, serviceId, local, domain, messages }) => {
      const fullName = `${local}@${domain}`;
      const body = { local, domain, password: DEMO_PASSWORD };
      await create(edge, { owner, serviceId, fullName, list: mailboxesOf, route: 'createMailbox', body });
      for (const message of messages) await deliver(dovecot, fullName, rawMessage(fullName, message, Date.now()));
    }),
  );
}

async function deliver(dovecot: Dovecot, address: string, message: string): Promise<void> {
  const { code, stderr } = await dovecot.deliver(address, message);
  if (code !== 0) throw new Error(`no message for ${address}: ${stderr}`);
}

type States = Map<string, AssetState>;
type Creation = {
  owner: PersonName;
  serviceId: string;
  fullName: string;
  list: (client: ApiClient, serviceId: string) => Promise<States>;
  route: RouteName;
  body: unknown;
};

/** Lets the owner create it, unless it is there, and waits until the server has it. */
async function create(edge: Edge, { owner, serviceId, fullName, list, route, body }: Creation): Promise<void> {
  const client = await signIn(edge, PEOPLE[owner].email, DEMO_PASSWORD);
  const state = async () => (await list(client, serviceId)).get(fullName);
  if ((await state()) === undefined) await answerOf(client, route, { params: { serviceId }, body });
  await waitFor(`${fullName} to be there`, async () => (await state()) === 'ready', { ms: 20_000 });
}

async function databasesOf(client: ApiClient, serviceId: string): Promise<States> {
  const { databases } = (await answerOf(client, 'listDatabases', { params: { serviceId } })) as DatabaseList;
  return new Map(databases.map(({ name, state }) => [name, state]));
}

async function mailboxesOf(client: ApiClient, serviceId: string): Promise<States> {
  const { mailboxes } = (await answerOf(client, 'listMailboxes', { params: { serviceId } })) as MailboxList;
  return new Map(mailboxes.map(({ address, state }) => [address, state]));
}

/** As MariaDB's own root, over its socket. */
const sql = ({ paths }: Mariadb, words: string): Promise<string> => mariadbAsRoot(paths.socket, `SET NAMES utf8mb4; ${words}`);

/** Asks again while a server that has only just started is too busy to answer; the same key keeps it one act. */
async function answerOf(client: ApiClient, name: RouteName, call: Call): Promise<unknown> {
  const key = crypto.randomUUID();
  const answer = await waitFor(
    `${name} to be answered`,
    async () => {
      const answer = await client.call(name, { ...call, key });
      return answer.status === 503 ? null : answer;
    },
    { ms: 30_000, every: 250 },
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
