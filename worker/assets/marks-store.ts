import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { asset } from '../db/schema.ts';
import type { OfHost } from './store.ts';

/* The courier's mark on an asset: which gen its host has confirmed. No life is changed by it, so it needs no record. */

const at = ({ hostId, kind, name }: OfHost, gen: number) =>
  and(eq(asset.hostId, hostId), eq(asset.kind, kind), eq(asset.name, name), eq(asset.gen, gen));

/** Sets the courier's mark: the host has confirmed this gen. */
export const markConfirmed = (db: Database, key: OfHost, gen: number) =>
  db
    .update(asset)
    .set({ ackedGen: gen, hash: null })
    .where(and(at(key, gen), ne(asset.ackedGen, gen)));

/** Takes the courier's mark away: what was confirmed fails now, so the host is asked until all is well. */
export const markUnconfirmed = (db: Database, key: OfHost, gen: number) =>
  db
    .update(asset)
    .set({ ackedGen: gen - 1 })
    .where(and(at(key, gen), eq(asset.ackedGen, gen)));
