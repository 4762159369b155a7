import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openMailServices } from '../../../agent/services/mail/index.ts';
import type { MailboxDesired } from '../../../contract/index.ts';
import { cryptScrypt, type Dovecot, mustRun, startDovecot } from '../../support/hosting/index.ts';
import { beginImapSignIn, curlImap, type ImapWish, signsInToMailbox, startIdle } from '../../support/programs/index.ts';
import { travelling } from './bench.ts';
import type { HostUnderTest, KindUnderTest } from './kind-under-test.ts';
import { ACTS, OFFICE, SHOP, TAMPERINGS } from './mailbox-sample.ts';
import { rowsOf, snapshotOf } from './snapshot.ts';

const LEVELS = ['read', 'write'] as const;
const PASSWORD = 'tajne-Hasło-1';
const MAIL_UID = 5900;

/** Sign-ins of somebody's own to one mailbox on Dovecot (R10), with another mailbox of the same customer beside it. */
export const mailbox: KindUnderTest = {
  kind: 'mailbox',
  levels: LEVELS,
  endsSessionsAlone: true,
  sparesNewcomers: false,
  password: PASSWORD,
  hash: cryptScrypt,
  open: async (dir) => hostOf(await startDovecot({ dir, idleKill: 1 }), travelling(mailbox, PASSWORD)),
};

function hostOf(daemon: Dovecot, password: MailboxDesired['password']): HostUnderTest {
  const { imapsPort, paths } = daemon;
  const server = { imapsPort, certificate: paths.certificate };
  const letter = join(paths.daemon, 'letter.eml');
  const withTables = <T>(use: (db: DatabaseSync) => T): T => {
    const db = new DatabaseSync(paths.mailDb);
    try {
      return use(db);
    } finally {
      db.close();
    }
  };
  const curl = (user: string, wish: ImapWish) => curlImap(server, user, PASSWORD, wish);
  const homeOf = (address: string) =>
    withTables((db) =>
      join(paths.mailRoot, String(db.prepare('SELECT home FROM mailboxes WHERE address = ?').get(address)?.home)),
    );
  return {
    openServices() {
      const options = { mailDb: paths.mailDb, mailRoot: paths.mailRoot, uid: MAIL_UID, gid: MAIL_UID, daemonConfig: paths.conf };
      const { access, assets, close } = openMailServices(options);
      return { services: { mailbox: access, 'mailbox-asset': assets }, close: async () => close() };
    },
    assets: [OFFICE, SHOP].map((principal) => ({
      kind: 'mailbox-asset',
      principal,
      gen: 1,
      state: { tree: 'firma', active: true, password: travelling(mailbox, 'hasło właściciela') },
    })),
    async furnish() {
      withTables((db) => {
        db.exec(`INSERT INTO mailboxes VALUES ('${FOREIGN}', 'stara', '/stara/obca', '{PLAIN}x', 1, NULL)`);
        db.exec(`INSERT INTO grants VALUES ('obcy', 'firma', '${OFFICE}', 'write', '{PLAIN}x', 1999999999, NULL)`);
      });
      mkdirSync(join(paths.mailRoot, 'stara/obca'), { recursive: true });
      await mustRun('chown', ['-R', `${MAIL_UID}:${MAIL_UID}`, join(paths.mailRoot, 'stara')]);
      writeFileSync(letter, aLetter('Dopisana'));
      for (const [address, subject] of [
        [OFFICE, 'Pierwsza'],
        [OFFICE, 'Druga'],
        [OFFICE, 'Trzecia'],
        [SHOP, 'Cudza'],
        [FOREIGN, 'Obca'],
      ] as const)
        await daemon.deliver(address, aLetter(subject));
    },
    present: (principal, gen, wish = {}) => ({
      kind: 'mailbox',
      principal,
      gen,
      state: {
        tree: 'firma',
        address: OFFICE,
        access: LEVELS[wish.level ?? 1] ?? 'read',
        notAfter: wish.notAfter ?? null,
        password: wish.password ?? password,
      },
    }),
    absent: (principal, gen) => ({ kind: 'mailbox', principal, gen, state: null }),
    signIn: (user, typed) => signsInToMailbox(server, user, typed),
    readGranted: async (user) => (await curl(user, { folder: 'INBOX;MAILINDEX=1' })).stdout,
    async readBeside(user) {
      const folders = [SHOP, `user/${SHOP}`, `shared/${SHOP}/INBOX`, `../../${SHOP}~1/Maildir`, '~root', '/etc'];
      const read = async (what: string, who: string, folder: string) =>
        [what, (await curl(who, { folder: `${encodeURIComponent(folder)};MAILINDEX=1` })).stdout] as const;
      return Object.fromEntries(
        await Promise.all([
          ...folders.map((folder) => read(folder, user, folder)),
          ...[OFFICE, SHOP, FOREIGN, `${SHOP}*${user}`].map((other) => read(`as ${other}`, other, 'INBOX')),
        ]),
      );
    },
    async startWorking(user) {
      const session = await startIdle(server, user, PASSWORD);
      let sent = 0;
      return {
        ...session,
        /** Each time all that was sent has been told of, one more is sent. */
        async done() {
          const told = await session.done();
          if (told >= sent && session.isOpen()) {
            sent = told + 1;
            await daemon.deliver(OFFICE, aLetter(`Nowa ${sent}`));
          }
          return told;
        },
      };
    },
    beginSignIn: (user) => beginImapSignIn(server, user, PASSWORD),
    acts: ACTS.map(([name, wish]) => ({
      name,
      level: 1,
      attempt: (user) => curl(user, name === 'APPEND' ? { ...wish, upload: letter } : wish),
    })),
    picture: async () => lettersBelow(join(homeOf(OFFICE), 'Maildir')).join('\n'),
    tamperings: TAMPERINGS.map(([name, sql]) => ({
      name,
      tamper: async (user) => withTables((db) => db.prepare(sql).run(user)),
    })),
    async plantForeign(user) {
      withTables((db) =>
        db.prepare("INSERT INTO grants VALUES (?, 'firma', ?, 'read', '{PLAIN}x', NULL, NULL)").run(user, OFFICE),
      );
    },
    notOurs: async () =>
      [
        ...withTables((db) => [
          rowsOf(db, 'SELECT rowid, * FROM mailboxes WHERE gen IS NULL ORDER BY rowid'),
          rowsOf(db, 'SELECT rowid, * FROM grants WHERE gen IS NULL ORDER BY rowid'),
        ]),
        ...snapshotOf(homeOf(FOREIGN)),
        ...snapshotOf(homeOf(SHOP)),
      ].join('\n'),
    ours: async (user) => withTables((db) => rowsOf(db, 'SELECT rowid, * FROM grants WHERE name = ?', user)),
    close: () => daemon.stop(),
  };
}

const FOREIGN = 'obca@stara.example';
const aLetter = (subject: string) => `From: Jan <jan@example.com>\r\nSubject: ${subject}\r\n\r\nDzień dobry.\r\n`;

/** Folders, and messages with their marks; whether a message is still `new` is Dovecot's own affair. */
function lettersBelow(maildir: string): string[] {
  return readdirSync(maildir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /\/(cur|new)$/.test(entry.parentPath) || entry.name === 'subscriptions')
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isDirectory() ? path : `${path.replace(/\/(cur|new)\//, '/')} ${readFileSync(path, 'latin1')}`;
    })
    .map((line) => line.replace(/(\/[^/\s]+?)(?::2,([A-Z]*))? /, '$1 [$2] '))
    .sort();
}
