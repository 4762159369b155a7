import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FtpService } from '../../../agent/services/ftp/index.ts';
import type { FtpDesired } from '../../../contract/index.ts';
import { cryptScrypt, ftps, type Hosting, sftp, startHosting } from '../../support/hosting/index.ts';
import { beginFtpSignIn, type WorkingSession } from '../../support/programs/index.ts';
import { waitFor } from '../../support/stage/wait.ts';
import { travelling } from './bench.ts';
import { ACTS, BESIDE, TAMPERINGS } from './ftp-sample.ts';
import type { HostUnderTest, KindUnderTest, Tampering } from './kind-under-test.ts';
import { rowsOf, snapshotOf } from './snapshot.ts';

const LEVELS = ['read', 'write'] as const;
const PASSWORD = 'tajne-Hasło-1';
const GRANTED = '/public_html/sklep';

/** FTP users on ProFTPD (R8). */
export const ftp: KindUnderTest = {
  kind: 'ftp',
  levels: LEVELS,
  endsSessionsAlone: false,
  sparesNewcomers: true,
  password: PASSWORD,
  hash: cryptScrypt,
  async open(dir) {
    const hosting = await startHosting({
      dir,
      customers: [
        { tree: 'sklep', uid: 5101 },
        { tree: 'inny', uid: 5102 },
      ],
    });
    return hostOf(hosting, travelling(ftp, PASSWORD));
  },
};

function hostOf(hosting: Hosting, password: FtpDesired['password']): HostUnderTest {
  const { paths } = hosting;
  const granted = join(paths.customersRoot, 'sklep', GRANTED);
  const withTables = <T>(use: (db: DatabaseSync) => T): T => {
    const db = new DatabaseSync(paths.accessDb);
    try {
      return use(db);
    } finally {
      db.close();
    }
  };
  const over = { ftps: (user: string) => ftps(hosting, user, PASSWORD), sftp: (user: string) => sftp(hosting, user, PASSWORD) };
  return {
    openServices() {
      const service = new FtpService(paths);
      return { services: { ftp: service }, close: async () => service.close() };
    },
    assets: [],
    async furnish() {
      withTables((db) => {
        db.exec("INSERT INTO users VALUES ('obcy', '$6$x', 5101, 5101, '/srv/obcy', '/bin/sh', 1999999999, NULL)");
        db.exec("INSERT INTO keys VALUES ('obcy', 'klucz obcego'), ('nikt', 'klucz niczyj')");
        db.exec("INSERT INTO grps VALUES ('klucznik-write', 2000059000, 'obcy'), ('inni', 7000, 'Obcy-2')");
      });
    },
    present: (principal, gen, wish = {}) => ({
      kind: 'ftp',
      principal,
      gen,
      state: {
        tree: 'sklep',
        directory: GRANTED,
        access: LEVELS[wish.level ?? 1] ?? 'read',
        notAfter: wish.notAfter ?? null,
        password: wish.password ?? password,
        keys: [],
      },
    }),
    absent: (principal, gen) => ({ kind: 'ftp', principal, gen, state: null }),
    async signIn(user, typed) {
      const { code, stderr } = await ftps(hosting, user, typed).list();
      return code === 0 ? 'in' : code === 67 ? 'refused' : `curl ${code}: ${stderr}`;
    },
    readGranted: async (user) => (await over.ftps(user).get('/zdjęcia/kubek.txt')).stdout,
    async readBeside(user) {
      const read = async (protocol: 'ftps' | 'sftp', path: string) =>
        [`${protocol} ${path}`, (await over[protocol](user).get(path)).stdout] as const;
      return Object.fromEntries(await Promise.all(BESIDE.flatMap((path) => [read('ftps', path), read('sftp', path)])));
    },
    startWorking: (user) => startUpload(hosting, granted, user),
    beginSignIn: (user) => beginFtpSignIn({ port: hosting.ports.ftps, certificate: paths.certificate }, user, PASSWORD),
    acts: ACTS.map(([protocol, name, ...commands]) => ({
      name: `${protocol}: ${name}`,
      level: 1,
      attempt: (user) =>
        name === 'put' ? over[protocol](user).put(commands[0] ?? '', name) : over[protocol](user).say(...commands),
    })),
    picture: async () => snapshotOf(granted, (path) => path.includes('film-')).join('\n'),
    tamperings: TAMPERINGS.map(([name, sql]) => ({
      name,
      tamper: async (user) => withTables((db) => db.prepare(sql).run(user)),
    })) satisfies Tampering[],
    async plantForeign(user) {
      withTables((db) => {
        db.prepare("INSERT INTO users VALUES (?, '$7$x', 5101, 5101, '/srv', '/bin/sh', NULL, NULL)").run(user);
        db.prepare("INSERT INTO keys VALUES (?, 'klucz')").run(user);
        db.prepare("INSERT INTO grps VALUES ('inni', 7000, ?)").run(user);
      });
    },
    notOurs: async () =>
      [
        ...withTables((db) => [
          rowsOf(db, 'SELECT rowid, * FROM users WHERE gen IS NULL ORDER BY rowid'),
          rowsOf(db, 'SELECT rowid, * FROM keys WHERE name NOT IN (SELECT name FROM users WHERE gen IS NOT NULL) ORDER BY rowid'),
          rowsOf(
            db,
            'SELECT rowid, * FROM grps WHERE member NOT IN (SELECT name FROM users WHERE gen IS NOT NULL) ORDER BY rowid',
          ),
        ]),
        ...snapshotOf(paths.customersRoot, (path) => path === granted),
      ].join('\n'),
    ours: async (user) =>
      withTables((db) =>
        [
          rowsOf(db, 'SELECT rowid, * FROM users WHERE name = ?', user),
          rowsOf(db, 'SELECT rowid, * FROM keys WHERE name = ?', user),
          rowsOf(db, 'SELECT rowid, * FROM grps WHERE member = ?', user),
        ].join('\n'),
      ),
    close: () => hosting.stop(),
  };
}

let films = 0;
/** An upload that takes most of a minute and has begun; what it has done is the bytes that lie on the server. */
async function startUpload(hosting: Hosting, granted: string, user: string): Promise<WorkingSession> {
  const name = `film-${++films}.bin`;
  const folder = mkdtempSync(join(tmpdir(), 'klucznik-film-'));
  writeFileSync(join(folder, name), Buffer.alloc(40_000_000, 1));
  const child = ftps(hosting, user, PASSWORD).putSlowly(`/${name}`, join(folder, name), '800k');
  let open = true;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      open = false;
      rmSync(folder, { recursive: true });
      resolve();
    });
  });
  const done = async () => statSync(join(granted, name), { throwIfNoEntry: false })?.size ?? 0;
  await waitFor('the upload to begin', async () => !open || (await done()) > 0);
  return { ended, isOpen: () => open, leave: () => void child.kill(), done };
}
