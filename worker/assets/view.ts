import type { AssetKind, DatabaseView, MailboxView } from '../../contract/index.ts';
import type { Access } from './access-store.ts';
import { ASSETS } from './kinds.ts';
import type { Found } from './on-host.ts';
import { readersOf, type StoredAsset } from './store.ts';

/** What is known of one asset: by the tables, by its host, and of grants on it. `found: null` says the host was not asked, or is away. */
export interface Known {
  kind: AssetKind;
  name: string;
  row: StoredAsset | undefined;
  found: Found | 'missing' | null;
  access: readonly Access[];
}

/** Everything that the tables or the host know of, by name. */
export function merge(
  kind: AssetKind,
  rows: readonly StoredAsset[],
  found: readonly Found[] | null,
  access: readonly Access[],
): Known[] {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const onHost = new Map(found?.map((one) => [one.name, one]));
  const names = [...new Set([...byName.keys(), ...onHost.keys()])].sort();
  const accessByName = Map.groupBy(access, ({ target }) => target);
  return names.map((name) => ({
    kind,
    name,
    row: byName.get(name),
    found: found && (onHost.get(name) ?? 'missing'),
    access: accessByName.get(name) ?? [],
  }));
}

/** States in which it should be on its host. */
const STANDS = ['ready', 'changing', 'bin'];

function problemOf({ kind, row, found }: Known): DatabaseView['problem'] {
  const missing = found === 'missing' && row !== undefined && STANDS.includes(row.state);
  return (row?.problem as DatabaseView['problem']) ?? (missing ? ASSETS[kind].missing : null);
}

const foundPart = ({ found }: Known) => (found === 'missing' ? { bytes: 0, lastUseAt: null, active: true } : found);

const sharedPart = (known: Known) => ({
  problem: problemOf(known),
  bytes: foundPart(known)?.bytes ?? null,
  access: known.access.map(({ grantId, person, email }) => ({ grantId, person, email })),
});

/** One database as its owner sees it. What only the host knows of is as it should be. */
export const databaseViewOf = (known: Known): DatabaseView => ({
  name: known.name,
  state: known.row?.state ?? 'ready',
  ...sharedPart(known),
});

/** One mailbox as its owner sees it; never its content. */
export function mailboxViewOf(known: Known): MailboxView {
  const { row } = known;
  const onHost = foundPart(known);
  return {
    address: known.name,
    managed: row !== undefined,
    state: row?.state ?? 'ready',
    ...sharedPart(known),
    lastUseAt: onHost?.lastUseAt ?? null,
    binnedUntil: row?.state === 'bin' ? row.purgeAt : null,
    knownBy: row ? readersOf(row) : [],
  };
}
