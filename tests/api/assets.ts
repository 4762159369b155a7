import { env } from 'cloudflare:test';
import type { AssetKind } from '../../contract/index.ts';
import { SAMPLES } from './samples.ts';

const insert = (kind: AssetKind, name: string, state: 'ready' | 'bin', wanted: object) =>
  env.DB.prepare(
    `INSERT INTO asset (id, account_id, service_id, host_id, kind, name, state, gen, acked_gen, wanted, purge_at, created_at, op)
     VALUES (?, 'a1', 's1', 'h1', ?, ?, ?, 1, 1, ?, ?, 0, 'planted')
     ON CONFLICT DO UPDATE SET state = excluded.state, gen = gen + 1, acked_gen = gen + 1, wanted = excluded.wanted`,
  ).bind(crypto.randomUUID(), kind, name, state, JSON.stringify(wanted), state === 'bin' ? Date.now() + 86_400_000 : null);

const mailbox = (active: boolean) => ({ tree: 't-s1', active, password: { hash: null, print: 'a'.repeat(64) } });

/** Puts the databases and mailboxes that sample bodies speak of into service `s1` of account `a1` on host `h1`, as if long there. */
export async function plantAssets(): Promise<void> {
  await env.DB.batch([
    insert('database-asset', SAMPLES.database, 'ready', { tree: 't-s1' }),
    insert('mailbox-asset', SAMPLES.mailbox, 'ready', mailbox(true)),
    insert('mailbox-asset', SAMPLES.binned, 'bin', mailbox(false)),
  ]);
}
