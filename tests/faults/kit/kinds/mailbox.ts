import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { mailboxDesired } from '../../../../contract/index.ts';
import { type Hosting, mustRun, startDovecot } from '../../../support/hosting/index.ts';
import { curlImap, signsInToMailbox, startIdle } from '../../../support/programs/index.ts';
import type { FaultKind } from './kind.ts';

const OFFICE = 'biuro@zielnik.example';
const FOREIGN = 'obca@stara.example';

/** Sign-ins of somebody's own to one mailbox on Dovecot. */
export const mailbox: FaultKind = {
  wide: { kind: 'mailbox', address: OFFICE, access: 'write' },
  narrow: { kind: 'mailbox', address: OFFICE, access: 'read' },
  endsSessionsAlone: true,
  program(hosting, user, password) {
    const daemon = daemonOf(hosting);
    const server = { imapsPort: daemon.imapsPort, certificate: daemon.paths.certificate };
    return {
      signIn: () => signsInToMailbox(server, user, password),
      work: () => startIdle(server, user, password),
      change: async () => (await curlImap(server, user, password, { request: `CREATE Nowy-${crypto.randomUUID()}` })).code === 0,
    };
  },
  accounts: async (hosting) =>
    withMailDb(hosting, (db) =>
      db
        .prepare('SELECT name, gen, address, access, expires FROM grants WHERE gen IS NOT NULL')
        .all()
        .map(({ name, gen, address, access, expires }) => ({
          principal: String(name),
          gen: Number(gen),
          opens: String(address),
          access: String(access),
          expires: expires === null ? null : Number(expires),
        })),
    ),
  scopeOf(state) {
    const { address, access, notAfter } = mailboxDesired.parse(state);
    return { opens: address, access, expires: notAfter };
  },
  async plantStrangers(hosting) {
    withMailDb(hosting, (db) => {
      db.exec(`INSERT INTO mailboxes VALUES ('${FOREIGN}', 'stara', '/stara/obca', '{PLAIN}x', 1, NULL)`);
      db.exec(`INSERT INTO grants VALUES ('obcy', 'zielnik', '${OFFICE}', 'write', '{PLAIN}x', 1999999999, NULL)`);
    });
    const { paths, deliver } = daemonOf(hosting);
    mkdirSync(join(paths.mailRoot, 'stara/obca'), { recursive: true });
    await mustRun('chown', ['-R', '5900:5900', join(paths.mailRoot, 'stara')]);
    await deliver(FOREIGN, 'Subject: Obca\r\n\r\nDzień dobry.\r\n');
  },
  strangers: async (hosting) =>
    withMailDb(hosting, (db) =>
      JSON.stringify([
        db.prepare('SELECT rowid, * FROM mailboxes WHERE gen IS NULL ORDER BY rowid').all(),
        db.prepare('SELECT rowid, * FROM grants WHERE gen IS NULL ORDER BY rowid').all(),
        filesBelow(join(daemonOf(hosting).paths.mailRoot, 'stara')),
      ]),
    ),
  stopDaemon: (hosting) => daemonOf(hosting).stop(),
  startDaemon: async (hosting) => (await startDovecot({ dir: daemonOf(hosting).paths.dir })).stop,
};

function daemonOf({ dovecot }: Hosting) {
  if (!dovecot) throw new Error('this hosting server has no Dovecot');
  return dovecot;
}

/** The tables that Dovecot reads, as another program sees them. */
function withMailDb<T>(hosting: Hosting, use: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(daemonOf(hosting).paths.mailDb);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    return use(db);
  } finally {
    db.close();
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
