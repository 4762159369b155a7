import { applyD1Migrations, env } from 'cloudflare:test';

// Files share one worker, and with it the database, so each begins by making it anew.
const { results } = await env.DB.prepare(
  "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' ORDER BY type DESC",
).all<{ type: string; name: string }>();
if (results.length > 0)
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = on'),
    ...results.map(({ type, name }) => env.DB.prepare(`DROP ${type} "${name}"`)),
  ]);
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
