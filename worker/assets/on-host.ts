import type { AssetKind } from '../../contract/index.ts';
import { askHost } from '../hosts/index.ts';
import type { Env } from '../http/index.ts';
import { belongs } from '../services/index.ts';
import type { Home } from './store.ts';

/** An asset as its host lists it. */
export interface Found {
  name: string;
  bytes: number;
  /** Last sign-in of anybody to a mailbox, epoch ms. */
  lastUseAt: number | null;
  /** False for a mailbox that lies in the bin. */
  active: boolean;
}

async function ask(env: Env, { hostId, tree }: Home, kind: AssetKind): Promise<Found[] | null> {
  if (kind === 'database-asset') {
    const reply = await askHost(env, hostId, { about: 'databases', tree });
    return reply?.ok ? reply.found.databases.map((one) => ({ ...one, lastUseAt: null, active: true })) : null;
  }
  const reply = await askHost(env, hostId, { about: 'mailboxes', tree });
  return reply?.ok ? reply.found.mailboxes.map(({ address, ...one }) => ({ name: address, ...one })) : null;
}

/** What a host holds of one kind for a service now, and nothing of anybody else's; null when it is away or cannot say. */
export async function readFromHost(env: Env, home: Home, kind: AssetKind): Promise<Found[] | null> {
  return (await ask(env, home, kind))?.filter(({ name }) => belongs(home, kind, name)) ?? null;
}
