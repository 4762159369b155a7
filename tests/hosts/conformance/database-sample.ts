export const LEVELS = ['read', 'write', 'full'] as const;

export const FURNITURE = `
CREATE TABLE foo_bar.dane (id INT PRIMARY KEY AUTO_INCREMENT, tekst VARCHAR(80));
INSERT INTO foo_bar.dane (tekst) VALUES ('zażółć'), ('gęślą'), ('jaźń');
CREATE TABLE foo_bar.dziennik (id INT PRIMARY KEY AUTO_INCREMENT, kto VARCHAR(80));
CREATE DATABASE fooXbar; CREATE TABLE fooXbar.dane (tekst VARCHAR(80)); INSERT INTO fooXbar.dane VALUES ('cudze');
CREATE DATABASE inny_sklep; CREATE TABLE inny_sklep.dane (tekst VARCHAR(80)); INSERT INTO inny_sklep.dane VALUES ('też cudze');
CREATE USER 'obcy'@'%' IDENTIFIED BY 'x'; GRANT ALL ON foo_bar.* TO 'obcy'@'%'; GRANT SELECT ON fooXbar.dane TO 'obcy'@'%';
CREATE ROLE obca_rola; GRANT SELECT ON inny_sklep.* TO obca_rola; GRANT obca_rola TO 'obcy'@'%'`;

const WRITE = 1;
const FULL = 2;
const NOBODY = LEVELS.length;
/** Everything that changes something, in an order in which each finds what it needs. */
export const ACTS: readonly (readonly [number, string, string])[] = [
  [WRITE, 'INSERT', "INSERT INTO dane (tekst) VALUES ('nowy')"],
  [WRITE, 'UPDATE', "UPDATE dane SET tekst = CONCAT(tekst, '!')"],
  [WRITE, 'REPLACE', "REPLACE INTO dane VALUES (1, 'inny')"],
  [WRITE, 'DELETE', 'DELETE FROM dane WHERE id = 1'],
  [FULL, 'CREATE TABLE', 'CREATE TABLE nowa (id INT)'],
  [FULL, 'ALTER TABLE', 'ALTER TABLE nowa ADD COLUMN b INT'],
  [FULL, 'CREATE INDEX', 'CREATE INDEX po_b ON nowa (b)'],
  [FULL, 'CREATE VIEW', 'CREATE VIEW widok AS SELECT tekst FROM dane'],
  [FULL, 'RENAME TABLE', 'RENAME TABLE nowa TO starsza'],
  [FULL, 'DROP VIEW', 'DROP VIEW widok'],
  [FULL, 'DROP TABLE', 'DROP TABLE starsza'],
  [FULL, 'TRUNCATE', 'TRUNCATE dane'],
  [NOBODY, 'CREATE PROCEDURE', 'CREATE PROCEDURE p() SELECT 1'],
  [NOBODY, 'CREATE TRIGGER', 'CREATE TRIGGER t BEFORE INSERT ON dane FOR EACH ROW SET NEW.tekst = 1'],
  [NOBODY, 'CREATE EVENT', 'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1'],
];

export const TAMPERINGS: readonly (readonly [string, string])[] = [
  ['another password', "ALTER USER WHO@'%' IDENTIFIED BY 'inne'"],
  ['the right to write', "GRANT INSERT ON `foo\\_bar`.* TO WHO@'%'"],
  ['the same rights on an unescaped name', "GRANT SELECT, SHOW VIEW ON `foo_bar`.* TO WHO@'%'"],
  ['rights on all databases', "GRANT SELECT ON *.* TO WHO@'%'"],
  ['rights on one table beside', "GRANT SELECT ON fooXbar.dane TO WHO@'%'"],
  ['a role', "GRANT obca_rola TO WHO@'%'"],
  ['the right to grant', "GRANT USAGE ON `foo\\_bar`.* TO WHO@'%' WITH GRANT OPTION"],
  ['a sign-in without TLS', "ALTER USER WHO@'%' REQUIRE NONE"],
  ['as many connections as one likes', "ALTER USER WHO@'%' WITH MAX_USER_CONNECTIONS 0"],
  ['a sign-in from another host', "CREATE USER WHO@'127.0.0.1' IDENTIFIED BY 'x'"],
  ['a later end', 'UPDATE klucznik.access SET ends = 3000000000 WHERE principal = WHO'],
  ['a locked account', "ALTER USER WHO@'%' ACCOUNT LOCK"],
  ['no account at all', "DROP USER WHO@'%'"],
];
