import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ftpDesired } from '../../../../contract/index.ts';
import { TREES } from '../../../../demo/people.ts';
import { type Client, ftps, type Hosting } from '../../../support/hosting/index.ts';
import { startProftpd } from '../../../support/hosting/proftpd.ts';
import type { WorkingSession } from '../../../support/programs/index.ts';
import { waitFor } from '../../../support/stage/index.ts';
import type { FaultKind } from './kind.ts';

/** FTP users on ProFTPD. */
export const ftp: FaultKind = {
  wide: { kind: 'ftp', directory: '/public_html/sklep', access: 'write' },
  narrow: { kind: 'ftp', directory: '/public_html/sklep', access: 'read' },
  endsSessionsAlone: false,
  program(hosting, user, password) {
    const client = ftps(hosting, user, password);
    return {
      async signIn() {
        const { code, stderr } = await client.list();
        return code === 0 ? 'in' : code === LOGIN_DENIED ? 'refused' : `curl ${code}: ${stderr}`;
      },
      work: () => startUpload(hosting, client),
      change: async () => (await client.put('/zmiana.txt', 'x')).code === 0,
    };
  },
  accounts: async (hosting) =>
    withAccessDb(hosting, (db) =>
      db
        .prepare(
          `SELECT name AS principal, gen, home, expires, EXISTS (SELECT 1 FROM grps WHERE member = name AND grp = 'klucznik-write') AS writes
           FROM users WHERE gen IS NOT NULL`,
        )
        .all()
        .map(({ principal, gen, home, expires, writes }) => ({
          principal: String(principal),
          gen: Number(gen),
          opens: String(home).replace(`${hosting.paths.customersRoot}/`, ''),
          access: writes === 1 ? 'write' : 'read',
          expires: expires === null ? null : Number(expires),
        })),
    ),
  scopeOf(state) {
    const { tree, directory, access, notAfter } = ftpDesired.parse(state);
    return { opens: `${tree}${directory === '/' ? '' : directory}`, access, expires: notAfter };
  },
  async plantStrangers(hosting) {
    withAccessDb(hosting, (db) => {
      db.exec("INSERT INTO users VALUES ('obcy', '$6$x', 5101, 5101, '/srv/obcy', '/bin/sh', 1999999999, NULL)");
      db.exec("INSERT INTO users VALUES ('Obcy-2', '!', 0, 0, '/', '/bin/false', NULL, NULL)");
      db.exec("INSERT INTO keys VALUES ('obcy', 'klucz obcego'), ('nikt', 'klucz niczyj')");
      db.exec("INSERT INTO grps VALUES ('klucznik-write', 2000059000, 'obcy'), ('inni', 7000, 'Obcy-2')");
    });
  },
  strangers: async (hosting) =>
    withAccessDb(hosting, (db) => {
      const not = (column: string) => `${column} NOT IN (SELECT name FROM users WHERE gen IS NOT NULL)`;
      const all = (sql: string) => db.prepare(sql).all();
      return JSON.stringify([
        all('SELECT rowid, * FROM users WHERE gen IS NULL ORDER BY rowid'),
        all(`SELECT rowid, * FROM keys WHERE ${not('name')} ORDER BY rowid`),
        all(`SELECT rowid, * FROM grps WHERE ${not('member')} ORDER BY rowid`),
      ]);
    }),
  stopDaemon: ({ proftpd }) => proftpd.stop(),
  startDaemon: async ({ paths }) => (await startProftpd({ dir: paths.dir, customers: TREES })).stop,
};

/** curl's word for a sign-in that was refused. */
const LOGIN_DENIED = 67;

/** The tables that ProFTPD reads, as another program sees them. */
function withAccessDb<T>({ paths }: Hosting, use: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(paths.accessDb);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    return use(db);
  } finally {
    db.close();
  }
}

let films = 0;
/** An upload that takes minutes and has begun; what it has done is the bytes on the server. */
async function startUpload({ paths }: Hosting, client: Client): Promise<WorkingSession> {
  const name = `film-${++films}.bin`;
  const folder = mkdtempSync(join(tmpdir(), 'klucznik-film-'));
  writeFileSync(join(folder, name), Buffer.alloc(40_000_000, 1));
  const child = client.putSlowly(`/${name}`, join(folder, name), '400k');
  let open = true;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      open = false;
      rmSync(folder, { recursive: true });
      resolve();
    });
  });
  const places = ['', 'public_html', 'public_html/sklep'].map((place) => join(paths.customersRoot, 'zielnik', place, name));
  const done = async () => Math.max(...places.map((place) => statSync(place, { throwIfNoEntry: false })?.size ?? 0));
  await waitFor('the upload to run', async () => (await done()) > 0);
  return { ended, isOpen: () => open, leave: () => void child.kill(), done };
}
