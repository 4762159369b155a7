import { type Database, inTransaction, openDatabase } from '../../system/sqlite.ts';

/** Named in Dovecot's ACL file too: its members see folders and read messages, whatever else they are. */
export const READERS = 'klucznik-read';

/**
 * What Dovecot reads at every sign-in, through the view `sign_in`. Rows with a null `gen` were not made by this product and are never touched.
 * `home` begins below the folder that Dovecot's user_query names. A grant opens a mailbox only in the tree it was given for, and only over IMAP.
 * Readers keep their list of subscribed folders to themselves: the owner's is not theirs to change, and IMAP's rights do not cover it.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS mailboxes (
  address TEXT NOT NULL PRIMARY KEY, tree TEXT NOT NULL, home TEXT NOT NULL, password TEXT NOT NULL,
  active INTEGER NOT NULL, gen INTEGER);
CREATE INDEX IF NOT EXISTS mailboxes_by_tree ON mailboxes (tree);
CREATE TABLE IF NOT EXISTS grants (
  name TEXT NOT NULL PRIMARY KEY, tree TEXT NOT NULL, address TEXT NOT NULL, access TEXT NOT NULL, password TEXT NOT NULL,
  expires INTEGER, gen INTEGER);
CREATE INDEX IF NOT EXISTS grants_by_address ON grants (address);
CREATE INDEX IF NOT EXISTS grants_by_end ON grants (expires) WHERE expires IS NOT NULL AND gen IS NOT NULL;
`;

const VIEW = `CREATE VIEW sign_in (name, password, home, active, expires, service, acl_groups, mail) AS
  SELECT address, password, home, active, NULL, NULL, NULL, NULL FROM mailboxes
  UNION ALL
  SELECT grants.name, grants.password, home, active, expires, 'imap',
    CASE access WHEN 'write' THEN NULL ELSE '${READERS}' END,
    CASE access WHEN 'write' THEN NULL ELSE 'maildir:~/Maildir:SUBSCRIPTIONS=subscriptions.' || grants.name END
  FROM grants JOIN mailboxes USING (address, tree)`;

export function openMailDb(path: string): Database {
  const db = openDatabase(path, 'shared');
  inTransaction(db, () => {
    db.exec(SCHEMA);
    // Dovecot 2.3 answers the first sign-in after any change of the schema with "temporary failure", so one that stands is left alone.
    if (db.prepare("SELECT sql FROM sqlite_master WHERE name = 'sign_in'").get()?.sql === VIEW) return;
    db.exec(`DROP VIEW IF EXISTS sign_in; ${VIEW}`);
  });
  return db;
}
