import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { AccessKind } from '../../../contract/index.ts';
import type { Hosting } from '../../support/hosting/index.ts';
import { waitFor } from '../../support/stage/index.ts';
import { type Account, FAULT_KINDS, type FaultKind, KIND_NAMES } from './kinds/index.ts';
import type { World } from './world.ts';

type OnHost = Account & { kind: AccessKind };

/** Kinds whose daemon was started with the world. */
const served = ({ mariadb, dovecot }: Hosting): (readonly [AccessKind, FaultKind])[] =>
  KIND_NAMES.filter((kind) => kind === 'ftp' || (kind === 'database' ? mariadb : dovecot)).map((kind) => [
    kind,
    FAULT_KINDS[kind],
  ]);

/** Puts accounts and data on the host that the product did not make. */
export async function plantStrangers(hosting: Hosting): Promise<void> {
  for (const [, kind] of served(hosting)) await kind.plantStrangers(hosting);
}

/** Every row, down to its rowid, and every file that is not ours. */
export const strangers = async (hosting: Hosting): Promise<string> =>
  (await Promise.all(served(hosting).map(([, kind]) => kind.strangers(hosting)))).join('\n');

const byName = (one: OnHost, other: OnHost) => one.kind.localeCompare(other.kind) || one.principal.localeCompare(other.principal);

/** Our accounts as they stand on the host. */
export async function accountsOnHost(hosting: Hosting): Promise<OnHost[]> {
  const found = served(hosting).map(async ([kind, { accounts }]) =>
    (await accounts(hosting)).map((account) => ({ kind, ...account })),
  );
  return (await Promise.all(found)).flat().sort(byName);
}

/** The accounts that D1 wants on the host. */
export async function accountsInD1({ edge }: World): Promise<OnHost[]> {
  const { results } = await edge.db
    .prepare('SELECT kind, principal, gen, state FROM desired WHERE state IS NOT NULL')
    .all<{ kind: AccessKind; principal: string; gen: number; state: string }>();
  return results
    .map(({ kind, principal, gen, state }) => ({ kind, principal, gen, ...FAULT_KINDS[kind].scopeOf(JSON.parse(state)) }))
    .sort(byName);
}

/** Every resource's gens in D1, and the one the host stands at. */
async function gensOf({ edge, hosting }: World): Promise<Map<string, number>> {
  const { results } = await edge.db
    .prepare('SELECT kind, principal, gen, acked_gen FROM resource')
    .all<{ kind: string; principal: string; gen: number; acked_gen: number }>();
  return new Map([
    ...results.flatMap(({ kind, principal, gen, acked_gen }): [string, number][] => [
      [`${kind}/${principal} wanted`, gen],
      [`${kind}/${principal} confirmed`, acked_gen],
    ]),
    ...(await accountsOnHost(hosting)).map(({ kind, principal, gen }): [string, number] => [
      `${kind}/${principal} on the host`,
      gen,
    ]),
  ]);
}

/** Looks at every gen each time it is called, and fails when one fell. */
export function gensOnlyRise(world: World): () => Promise<void> {
  let before = new Map<string, number>();
  return async () => {
    const now = await gensOf(world);
    for (const [what, gen] of now) expect(gen, `gen ${what}`).toBeGreaterThanOrEqual(before.get(what) ?? 0);
    before = new Map([...before, ...now]);
  };
}

/** Looks at the host's gens all the time; what it gives back stops that and tells of every gen that fell. */
export function watchGensOnHost(hosting: Hosting): () => string[] {
  const highest = new Map<string, number>();
  const falls: string[] = [];
  let watching = true;
  const watch = async () => {
    for (; watching; await pause(15)) {
      for (const { kind, principal, gen } of await accountsOnHost(hosting)) {
        const before = highest.get(`${kind}/${principal}`) ?? 0;
        if (gen < before) falls.push(`${kind}/${principal}: ${before} → ${gen}`);
        highest.set(`${kind}/${principal}`, Math.max(before, gen));
      }
    }
  };
  // A look that a daemon's end cut short is the last one.
  watch().catch(() => {});
  return () => {
    watching = false;
    return falls;
  };
}

/** Waits until the host has confirmed everything that D1 wants of it and no grant is under way. */
export const settled = ({ edge }: Pick<World, 'edge'>, ms = 20_000) =>
  waitFor(
    'everything to be settled',
    async () => {
      const row = await edge.db
        .prepare(
          "SELECT (SELECT count(*) FROM resource WHERE acked_gen < gen) + (SELECT count(*) FROM grants WHERE state IN ('pending', 'revoking')) AS open",
        )
        .first<{ open: number }>();
      return row?.open === 0;
    },
    { ms },
  );

/** The host holds exactly the accounts that D1 says, each as D1 says. */
export const expectHostAsInD1 = async (world: World): Promise<void> =>
  expect(await accountsOnHost(world.hosting)).toEqual(await accountsInD1(world));
