import { applyD1Migrations, env, reset } from 'cloudflare:test';

// Files share one worker, and with it its database and objects, so each begins by emptying them.
await reset();
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
