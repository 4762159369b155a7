import { actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { voidFileTickets } from '../files/index.ts';
import { pokeHostsWithWork } from '../hosts/index.ts';
import { type App, type Caller, define, isSteppedUp, refuse } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { cancel } from './change.ts';
import { changed } from './changed.ts';
import { confirm } from './confirm.ts';
import type { Side } from './rules.ts';
import { sidesOf } from './sides.ts';
import { loadCession, type StoredCession } from './store.ts';
import { viewCession } from './view.ts';

/** A cession that the caller is a side of; to anybody else it does not exist. */
async function ofCaller(
  db: Database,
  caller: Caller,
  id: string,
  now: number,
): Promise<{ row: StoredCession; side: Side } | undefined> {
  const row = await loadCession(db, id);
  const side = row && sidesOf(row, caller, now)[0];
  return row && side && { row, side };
}

/** Mounts what both sides do: look, confirm, call off. */
export function mountParties(app: App): void {
  app.openapi(define('readCession'), async (c) => {
    const now = Date.now();
    const found = await ofCaller(c.get('db'), c.get('caller'), c.req.valid('param').cessionId, now);
    if (!found) return refuse('not-found');
    return c.json(await viewCession(c.get('db'), found.row, found.side, now), 200);
  });

  app.openapi(define('confirmCession'), async (c) => {
    const [db, caller, now] = [c.get('db'), c.get('caller'), Date.now()];
    if (caller.staffRole) return refuse('no-account');
    const { cessionId } = c.req.valid('param');
    const found = (await ofCaller(db, caller, cessionId, now)) ?? refuse('not-found');
    if (!isSteppedUp(caller, now)) return refuse('step-up-required');
    const outcome = await confirm(db, {
      id: found.row.cession.id,
      version: c.req.valid('json').version,
      caller,
      actor: actorOf(caller, c.req.raw),
      now,
      op: c.get('idempotencyId'),
    });
    if (!outcome.ok) return refuse(outcome.code);
    if (outcome.completed) {
      c.executionCtx.waitUntil(pokeHostsWithWork(c.env));
      c.executionCtx.waitUntil(voidFileTickets(c.env, outcome.row.cession.accountId));
    }
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(await viewCession(db, outcome.row, outcome.side, now), 200);
  });

  app.openapi(define('cancelCession'), async (c) => {
    const [db, caller, now] = [c.get('db'), c.get('caller'), Date.now()];
    if (caller.staffRole) return refuse('no-account');
    const { cessionId } = c.req.valid('param');
    const found = (await ofCaller(db, caller, cessionId, now)) ?? refuse('not-found');
    const load = async () => (await ofCaller(db, caller, cessionId, now))?.row;
    const circumstances = { actor: actorOf(caller, c.req.raw), now, op: c.get('idempotencyId') };
    const row = changed(await cancel(db, load, circumstances));
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(await viewCession(db, row, found.side, now), 200);
  });
}
