import type { Ask } from './server.ts';

/** Stands in the comments of procedure and event: another text here and they are made anew. */
const VERSION = 'Klucznik 1';

const TABLES = [
  'CREATE DATABASE IF NOT EXISTS klucznik CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
  /** What MariaDB itself cannot say: that an account is ours, its gen, its end (epoch seconds), its password and what was applied. */
  `CREATE TABLE IF NOT EXISTS klucznik.access (
    principal VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    gen BIGINT UNSIGNED NOT NULL, ends BIGINT NULL,
    hash CHAR(41) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    KEY by_end (ends)) ENGINE = InnoDB`,
  `CREATE TABLE IF NOT EXISTS klucznik.asset (
    name VARCHAR(64) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin NOT NULL PRIMARY KEY,
    gen BIGINT UNSIGNED NOT NULL) ENGINE = InnoDB`,
];

/**
 * Locks every account whose end has come, then cuts its sessions, by their ids: `KILL USER` misses some without skip_name_resolve.
 * Each second anew, so that an end that came while MariaDB was down is kept when it starts, and somebody who was signing in is met the next time.
 * Dropping is the agent's: a locked account opens nothing, and its records still say what it was.
 */
const SWEEP = `CREATE OR REPLACE PROCEDURE klucznik.sweep() SQL SECURITY DEFINER COMMENT '${VERSION}'
BEGIN
  DECLARE statement VARCHAR(300);
  DECLARE done BOOLEAN DEFAULT FALSE;
  DECLARE due CURSOR FOR
    SELECT CONCAT('ALTER USER ', QUOTE(g.User), '@', QUOTE(g.Host), ' ACCOUNT LOCK')
      FROM klucznik.access a JOIN mysql.global_priv g ON g.Host = '%' AND g.User = a.principal
      WHERE a.ends <= UNIX_TIMESTAMP() AND NOT COALESCE(JSON_VALUE(g.Priv, '$.account_locked'), 0);
  DECLARE open_sessions CURSOR FOR
    SELECT CONCAT('KILL CONNECTION ', p.ID)
      FROM information_schema.PROCESSLIST p JOIN klucznik.access a ON a.principal = CONVERT(p.USER USING ascii)
      WHERE a.ends <= UNIX_TIMESTAMP();
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = TRUE;
  IF EXISTS (SELECT 1 FROM klucznik.access WHERE ends <= UNIX_TIMESTAMP()) THEN
    OPEN due;
    locking: LOOP
      FETCH due INTO statement;
      IF done THEN LEAVE locking; END IF;
      BEGIN
        DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
        EXECUTE IMMEDIATE statement;
      END;
    END LOOP;
    CLOSE due;
    SET done = FALSE;
    OPEN open_sessions;
    cutting: LOOP
      FETCH open_sessions INTO statement;
      IF done THEN LEAVE cutting; END IF;
      BEGIN
        DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
        EXECUTE IMMEDIATE statement;
      END;
    END LOOP;
    CLOSE open_sessions;
  END IF;
END`;

/** One event for all: a one-time event has one try, and ten thousand of them would be one more thing to compare. */
const EVENT = `CREATE OR REPLACE EVENT klucznik.sweep ON SCHEDULE EVERY 1 SECOND ON COMPLETION PRESERVE ENABLE
  COMMENT '${VERSION}' DO CALL klucznik.sweep()`;

/** Makes what is missing of our own schema, and leaves what is there: an exchange would be a moment without an event. */
export async function installSchema(ask: Ask): Promise<void> {
  for (const sql of TABLES) await ask(sql);
  if (!(await hasProcedure(ask))) await ask(SWEEP);
  if (!(await hasEvent(ask))) await ask(EVENT);
}

const hasProcedure = async (ask: Ask) =>
  (
    await ask("SELECT 1 FROM mysql.proc WHERE db = 'klucznik' AND name = 'sweep' AND type = 'PROCEDURE' AND comment = ?", [
      VERSION,
    ])
  ).length > 0;

/** True when MariaDB itself will look for ends, as far as the event is concerned. */
export const hasEvent = async (ask: Ask): Promise<boolean> =>
  (
    await ask("SELECT 1 FROM mysql.event WHERE db = 'klucznik' AND name = 'sweep' AND status = 'ENABLED' AND comment = ?", [
      VERSION,
    ])
  ).length > 0;
