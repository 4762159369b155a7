import type { Env as WorkerEnv } from '../../worker/http/index.ts';
import worker, { GuessCounter, HostLink } from '../../worker/index.ts';

/*
 * The real worker, whose requests stop before and after each of their batches until the test lets them on:
 * the two moments at which its death is worst.
 */
export { GuessCounter, HostLink };

type Env = WorkerEnv & { GATE_URL: string };

const stopAt = (env: Env, side: 'before' | 'after') => fetch(`${env.GATE_URL}/${side}`, { method: 'POST' });

const withGates = (env: Env): D1Database =>
  new Proxy(env.DB, {
    get(db, name) {
      if (name === 'prepare') return db.prepare.bind(db);
      if (name !== 'batch') throw new Error(`the worker uses ${String(name)} of D1, which has no gates`);
      return async (statements: D1PreparedStatement[]) => {
        await stopAt(env, 'before');
        const results = await db.batch(statements);
        await stopAt(env, 'after');
        return results;
      };
    },
  });

export default {
  fetch: (request, env, context) => worker.fetch(request, { ...env, DB: withGates(env) }, context),
  scheduled: worker.scheduled,
} satisfies ExportedHandler<Env>;
