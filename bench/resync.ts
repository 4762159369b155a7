import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mariadb';
import { agentConfig } from '../agent/config.ts';
import { Journal } from '../agent/journal/index.ts';
import { inParts, Reconciler, type Services, systemClock, takeInventory } from '../agent/reconcile/index.ts';
import { openServices } from '../agent/services/index.ts';
import { type AccessKind, type DesiredItem, KINDS, type Kind, sha256Hex } from '../contract/index.ts';
import { TREES } from '../demo/people.ts';
import { cryptScrypt, type Hosting, startHosting } from '../tests/support/hosting/index.ts';
import { configOf } from '../tests/support/stage/agent.ts';
import { atMost, type Section } from './report.ts';
import { median, rounded } from './stats.ts';

const TREE = 'zielnik';
const DATABASE = 'zielnik_sklep';
const ADDRESS = 'biuro@zielnik.example';
const CHANGED = 100;
/** End dates differ, so that each item is another state. */
const END = 4_000_000_000;

const nameOf = (kind: AccessKind, number: number) => `${kind}-${String(number).padStart(6, '0')}`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const CRYPT = cryptScrypt('xV7-kq2P-mm4t-Zb9w-Hd3s');
const NATIVE = `*${'0123456789ABCDEF'.repeat(3).slice(0, 40)}`;
const password = (hash: string) => ({ hash, print: sha256(hash) });

function itemOf(kind: AccessKind, number: number, gen: number, notAfter: number): DesiredItem {
  const principal = nameOf(kind, number);
  switch (kind) {
    case 'ftp':
      return {
        kind,
        principal,
        gen,
        state: { tree: TREE, directory: '/', access: 'read', notAfter, password: password(CRYPT), keys: [] },
      };
    case 'database':
      return {
        kind,
        principal,
        gen,
        state: { tree: TREE, database: DATABASE, access: 'read', notAfter, password: password(NATIVE) },
      };
    case 'mailbox':
      return {
        kind,
        principal,
        gen,
        state: { tree: TREE, address: ADDRESS, access: 'read', notAfter, password: password(CRYPT) },
      };
  }
}

const ASSETS: DesiredItem[] = [
  { kind: 'database-asset', principal: DATABASE, gen: 1, state: { tree: TREE } },
  { kind: 'mailbox-asset', principal: ADDRESS, gen: 1, state: { tree: TREE, active: true, password: password(CRYPT) } },
];
const ACCESS: readonly AccessKind[] = ['ftp', 'database', 'mailbox'];

/** One agent with very many grants of every kind: what it costs to say that nothing has changed, and to change a hundred. */
export async function measureResync(dir: string, grants: number): Promise<Section> {
  const hosting = await startHosting({ dir: join(dir, 'hosting'), customers: TREES, database: true, mail: true });
  const served = openServices(agentConfig.parse(configOf('http://127.0.0.1', join(dir, 'state'), hosting)));
  const journalFile = join(dir, 'journal.db');
  const journal = new Journal(journalFile);
  const agent = new Agent(served.services, journal);
  try {
    await agent.apply(ASSETS);
    await agent.apply(ACCESS.map((kind) => itemOf(kind, 0, 1, END)));
    const each = Math.floor(grants / ACCESS.length);
    await copyMany(hosting, journalFile, each);
    const quiet: number[] = [];
    for (let round = 0; round < 5; round += 1) quiet.push(await agent.resync(each));
    const changed = Array.from({ length: CHANGED }, (_, i) => itemOf(ACCESS[i % 3] ?? 'ftp', i + 1, 2, END - 1));
    const changing = await agent.apply(changed);
    const after = await agent.resync(each);
    return sectionOf(each * ACCESS.length, { quiet: median(quiet), changing: changing + after });
  } finally {
    await agent.stop();
    journal.close();
    await served.close();
    await hosting.stop();
  }
}

/** The agent's own parts, without the process and the link around them. */
class Agent {
  readonly #services: Services;
  readonly #journal: Journal;
  readonly #reconciler: Reconciler;
  readonly #done = new Set<string>();

  constructor(services: Services, journal: Journal) {
    this.#services = services;
    this.#journal = journal;
    this.#reconciler = new Reconciler({
      services,
      journal,
      clock: systemClock,
      complain: (words) => console.error(words),
      report: (report) => {
        if (report.t === 'ack') this.#done.add(`${report.principal} ${report.gen}`);
        else console.error(`${report.principal}: ${report.fault}`);
        return true;
      },
    });
  }

  /** Milliseconds until all of it is on the host and read back. */
  async apply(items: readonly DesiredItem[]): Promise<number> {
    const began = performance.now();
    this.#reconciler.submit(items);
    await this.#reconciler.settled();
    const missing = items.filter(({ principal, gen }) => !this.#done.has(`${principal} ${gen}`));
    if (missing.length > 0) throw new Error(`${missing.length} changes were not made, ${missing[0]?.principal} among them`);
    return performance.now() - began;
  }

  /** Milliseconds for a whole inventory, read from the services and put into messages; throws when it is not what was granted. */
  async resync(each: number): Promise<number> {
    const began = performance.now();
    const inventory = await takeInventory(this.#services, this.#journal);
    const messages = inParts(inventory).map((part) => JSON.stringify(part));
    const took = performance.now() - began;
    if (messages.length === 0 || inventory.unread.length > 0) throw new Error(`could not read ${inventory.unread.join(', ')}`);
    const wrong = await Promise.all(
      ACCESS.flatMap((kind) =>
        [0, 1, each - 1].map(async (number) => ((await this.#holds(inventory.items, kind, number)) ? null : kind)),
      ),
    );
    if (wrong.some((kind) => kind !== null)) throw new Error(`the inventory differs from what was granted: ${wrong}`);
    return took;
  }

  async #holds(
    items: readonly { kind: Kind; principal: string; gen: number; digest: string | null }[],
    kind: AccessKind,
    number: number,
  ) {
    const found = items.find((item) => item.kind === kind && item.principal === nameOf(kind, number));
    const wanted = itemOf(kind, number, found?.gen ?? 0, found?.gen === 2 ? END - 1 : END);
    return wanted.state !== null && found?.digest === (await sha256Hex(KINDS[kind].digestInput(wanted.state)));
  }

  async stop(): Promise<void> {
    this.#reconciler.stop();
    await this.#reconciler.settled();
  }
}

const numbers = (each: number) => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${each})`;

/** Makes the other grants of each kind as copies of the one the agent made, in the services' own tables: a thousand times faster, and byte for byte the same. */
async function copyMany(hosting: Hosting, journalFile: string, each: number): Promise<void> {
  copyRows(hosting.paths.accessDb, each, 'users', 'name', nameOf('ftp', 0));
  copyRows(hosting.dovecot?.paths.mailDb ?? '', each, 'grants', 'name', nameOf('mailbox', 0));
  for (const kind of ACCESS) copyRows(journalFile, each, 'entry', 'principal', nameOf(kind, 0), 'item');
  const root = await createConnection({ socketPath: hosting.mariadb?.paths.socket ?? '', user: 'root' });
  try {
    await root.query(`SET max_recursive_iterations = ${each + 1}`);
    for (const [table, column] of [
      ['klucznik.access', 'principal'],
      ['mysql.global_priv', 'User'],
      ['mysql.db', 'User'],
    ] as const) {
      const fields: { Field: string }[] = await root.query(`SHOW COLUMNS FROM ${table}`);
      const columns = fields.map(({ Field }) => `\`${Field}\``).join(', ');
      const values = fields
        .map(({ Field }) => (Field === column ? "CONCAT('database-', LPAD(i, 6, '0'))" : `\`${Field}\``))
        .join(', ');
      await root.query(
        `INSERT INTO ${table} (${columns}) ${numbers(each)} SELECT ${values} FROM n, ${table} WHERE ${column} = '${nameOf('database', 0)}'`,
      );
    }
    await root.query('FLUSH PRIVILEGES');
  } finally {
    await root.end();
  }
}

/** Copies one row under numbered names; in `text` the name stands inside a longer text. */
function copyRows(file: string, each: number, table: string, key: string, template: string, text?: string): void {
  const db = new DatabaseSync(file);
  const columns = db
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name));
  const name = `'${template.replace(/\d+$/, '')}' || printf('%06d', i)`;
  const values = columns.map((column) =>
    column === key ? name : column === text ? `replace(${column}, '${template}', ${name})` : column,
  );
  db.exec(
    `INSERT INTO ${table} (${columns.join(', ')}) ${numbers(each)} SELECT ${values.join(', ')} FROM n, ${table} WHERE ${key} = '${template}'`,
  );
  db.close();
}

function sectionOf(grants: number, spans: { quiet: number; changing: number }): Section {
  return {
    title: 'One agent with very many grants',
    how:
      `${grants} grants, a third each of FTP, database and mailbox, in the real services' own tables. Nothing changed: every one is read back from its service, ` +
      `digested and put into messages (median of 5). ${CHANGED} changed: as many new end dates are journalled, applied, read back and confirmed, and the whole inventory is taken once more.`,
    columns: ['resync', 'ms of agent time'],
    rows: [
      ['nothing changed', rounded(spans.quiet)],
      [`${CHANGED} changed`, rounded(spans.changing)],
    ],
    aims: [atMost('resync of 10,000 grants, nothing changed', 1000, rounded(spans.quiet), ' ms')],
  };
}
