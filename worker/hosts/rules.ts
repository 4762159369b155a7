import { type InventoryItem, inTurn, type Kind } from '../../contract/index.ts';

/** A wanted resource, as far as a comparison needs it. `digest: null` says it must not exist. */
export interface Wanted {
  kind: Kind;
  principal: string;
  gen: number;
  ackedGen: number;
  digest: string | null;
}

const nameOf = (item: { kind: string; principal: string }) => `${item.kind}/${item.principal}`;

/**
 * Compares a host's complete inventory of some kinds with what it should hold. Of other kinds only what was never
 * confirmed is sent.
 *
 * `send`: resources the host must be told about, in this order, because they differ, are older, or were never confirmed.
 * `overtaken`: resources of which the host knows a higher gen than the tables, which happens only after these were restored.
 * `strangers`: resources that are there and wanted by nobody known here; they are counted, never removed.
 */
export function compareInventory(
  wanted: readonly Wanted[],
  inventory: readonly InventoryItem[],
  kinds: readonly Kind[],
): { send: Wanted[]; overtaken: InventoryItem[]; strangers: number } {
  const found = new Map(inventory.map((item) => [nameOf(item), item]));
  const gens = new Map(wanted.map((want) => [nameOf(want), want.gen]));
  const send = wanted.filter((want) =>
    kinds.includes(want.kind) ? mustBeTold(want, found.get(nameOf(want))) : want.ackedGen < want.gen,
  );
  return {
    send: inTurn(send, ({ digest }) => digest !== null),
    overtaken: wanted.flatMap((want) => found.get(nameOf(want)) ?? []).filter((item) => item.gen > (gens.get(nameOf(item)) ?? 0)),
    strangers: inventory.filter((item) => item.digest !== null && !gens.has(nameOf(item))).length,
  };
}

function mustBeTold(want: Wanted, is: InventoryItem | undefined): boolean {
  if (want.ackedGen < want.gen) return true;
  if (want.digest === null) return is !== undefined && is.digest !== null;
  return is === undefined || is.digest !== want.digest || is.gen < want.gen;
}
