import { isOfOurMake } from './account.ts';
import type { Ask } from './server.ts';

const ACCOUNTS = "SELECT g.User AS name, g.Priv AS priv FROM mysql.global_priv AS g WHERE g.Host = '%'";
/** Without CONVERT all of our notes would be read for each account. */
const UNNOTED = 'NOT EXISTS (SELECT 1 FROM klucznik.access AS a WHERE a.principal = CONVERT(g.User USING ascii))';

/**
 * Accounts exactly as we make them of which our own schema says nothing: somebody lost it. Without it nobody knows whose
 * they are and until when, so nothing here touches them.
 */
export async function findOrphans(ask: Ask): Promise<string[]> {
  const tables = await ask("SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'klucznik' AND TABLE_NAME = 'access'");
  const rows = await ask(tables.length > 0 ? `${ACCOUNTS} AND ${UNNOTED}` : ACCOUNTS);
  return rows.filter(({ priv }) => isOfOurMake(String(priv))).map(({ name }) => String(name));
}
