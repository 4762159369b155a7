import { type AssetKind, type ErrorCode, MAX_DATABASE_NAME } from '../../contract/index.ts';
import { ASSETS } from './kinds.ts';
import type { Asset } from './life.ts';
import type { Found } from './on-host.ts';
import { nameTaken } from './rules.ts';

/** What a plan holds of one kind. */
export interface Plan {
  most: number;
  mostBytes: number;
}

export const planOf = (
  service: { maxDatabases: number; databaseBytes: number; maxMailboxes: number; mailBytes: number },
  kind: AssetKind,
): Plan =>
  kind === 'database-asset'
    ? { most: service.maxDatabases, mostBytes: service.databaseBytes }
    : { most: service.maxMailboxes, mostBytes: service.mailBytes };

/** Everything that decides whether something new may be made. */
export interface Situation {
  kind: AssetKind;
  /** Its full name. */
  name: string;
  /** What the tables know under that name. */
  known: Pick<Asset, 'kind' | 'state'>;
  /** What the tables hold of this kind for the service, and what its host does; null while that is away. */
  rows: readonly { name: string }[];
  found: readonly Found[] | null;
  plan: Plan;
  /** True while a grant of that name has not ended. */
  accessRemains: boolean;
}

/** What stands against something new, and beside which field; no field when the whole request has to wait. */
export interface CreationFault {
  code: ErrorCode;
  field: string | null;
}

/** Names that only the host knows: what was there before this product, or was made without it. */
export const onlyOnHost = (rows: readonly { name: string }[], found: readonly Found[]): number => {
  const names = new Set(rows.map(({ name }) => name));
  return found.filter(({ name }) => !names.has(name)).length;
};

const bytesOf = (found: readonly Found[]) => found.reduce((sum, { bytes }) => sum + bytes, 0);

/** Why something new cannot be made; null when nothing stands against it. */
export function creationFault({ kind, name, known, rows, found, plan, accessRemains }: Situation): CreationFault | null {
  const { field, exists, limit, quota } = ASSETS[kind];
  const beside = (code: ErrorCode): CreationFault => ({ code, field });
  if (kind === 'database-asset' && [...name].length > MAX_DATABASE_NAME) return beside('database-name-too-long');
  const taken = nameTaken(known);
  if (taken) return taken === 'asset-changing' ? { code: taken, field: null } : beside(taken);
  if (found?.some((one) => one.name === name)) return beside(exists);
  if (rows.length + onlyOnHost(rows, found ?? []) >= plan.most) return beside(limit);
  if (found && bytesOf(found) >= plan.mostBytes) return beside(quota);
  if (accessRemains) return { code: 'access-remains', field: null };
  return found ? null : { code: 'host-offline', field: null };
}
