import type { D1Migration } from 'cloudflare:test';
import type { Env as WorkerEnv } from './http/env.ts';

/** What `env` of `cloudflare:test` holds: the worker's own bindings and the migrations that vitest.config.ts hands over. */
declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      TEST_MIGRATIONS: D1Migration[];
    }
  }
}
