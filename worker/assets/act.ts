import type { SQL } from 'drizzle-orm';
import type { ErrorCode } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import type { AssetEvent } from './life.ts';
import { nowhere } from './life.ts';
import { advance } from './rules.ts';
import { type AssetKey, assetOf, loadAsset, type StoredAsset, writeChange } from './store.ts';

/** What came of an event; the row is absent when there is none and none was needed. */
export type Acted = { ok: true; row: StoredAsset | undefined } | { ok: false; code: ErrorCode };

/** More rivals than this at one asset at one moment is not chance but a fault. */
const MAX_RIVALS = 100;

export interface Happening {
  event: AssetEvent;
  actor: Actor;
  now: number;
  op?: string;
  /** What else must hold while it is written, each as 1 or 0. */
  provided?: readonly SQL[];
}

/** Lets an event happen to an asset: reads it, decides, writes the step whole, and reads and decides again when somebody else was faster. */
export async function act(db: Database, key: AssetKey, happening: Happening): Promise<Acted> {
  const { event, actor, now, op = crypto.randomUUID(), provided } = happening;
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const row = await loadAsset(db, key);
    if (row?.op === op) return { ok: true, row };
    const outcome = advance(row ? assetOf(row) : nowhere(key.kind), event, now);
    if (!outcome.ok) return outcome;
    if (outcome.step === null) return { ok: true, row };
    if (await writeChange(db, { key, row, step: outcome.step, actor, now, op, provided }))
      return { ok: true, row: await loadAsset(db, key) };
  }
  throw new Error('an asset kept changing under an event');
}
