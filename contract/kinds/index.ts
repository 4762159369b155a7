import { z } from 'zod';
import {
  type DatabaseAssetDesired,
  type DatabaseDesired,
  databaseAssetDesired,
  databaseDesired,
  databaseDigestInput,
  databaseName,
  databaseNarrows,
  databaseSpec,
} from './database.ts';
import { delegationSpec, domainName } from './delegation.ts';
import { type FtpDesired, ftpDesired, ftpDigestInput, ftpNarrows, ftpSpec } from './ftp.ts';
import {
  type MailboxAssetDesired,
  type MailboxDesired,
  mailAddress,
  mailboxAssetDesired,
  mailboxAssetDigestInput,
  mailboxAssetNarrows,
  mailboxDesired,
  mailboxDigestInput,
  mailboxNarrows,
  mailboxSpec,
} from './mailbox.ts';
import { panelUserSpec } from './panel-user.ts';
import { userName } from './parts.ts';
import { type SeatDesired, seatDesired, seatDigestInput, seatNarrows, seatSpec } from './seat.ts';
import { type ZoneDesired, zoneDesired, zoneDigestInput, zoneNarrows } from './zone.ts';

export * from './database.ts';
export * from './delegation.ts';
export * from './ftp.ts';
export * from './mailbox.ts';
export * from './panel-user.ts';
export * from './seat.ts';
export * from './zone.ts';

/** A resource's whole wanted state, of whichever kind. */
export type ResourceState =
  | FtpDesired
  | DatabaseDesired
  | MailboxDesired
  | DatabaseAssetDesired
  | MailboxAssetDesired
  | ZoneDesired
  | SeatDesired;

/**
 * How states of one kind are read and compared. Written as methods, so that each kind names its own state:
 * a state reaches its kind only together with the kind's name.
 */
interface ResourceKind {
  /** What the resource is called on its host. */
  principal: z.ZodType<string>;
  desired: z.ZodType<ResourceState>;
  /** The part of a state that a digest covers: everything but a hash itself, which its print stands for. */
  digestInput(state: ResourceState): string;
  /** True when sessions begun under `before` must end with the change. */
  narrows(before: ResourceState, after: ResourceState): boolean;
}

const define = <S extends ResourceState>(kind: {
  principal: z.ZodType<string>;
  desired: z.ZodType<S>;
  digestInput(state: S): string;
  narrows(before: S, after: S): boolean;
}): ResourceKind => kind as ResourceKind;

/**
 * Every kind of resource on a host. Kinds of access are sign-ins of somebody's own, each made by a grant;
 * kinds of asset are what a customer owns and grants open. A new kind is a file beside this one and a line in each list here.
 */
export const KINDS = {
  ftp: define({ principal: userName, desired: ftpDesired, digestInput: ftpDigestInput, narrows: ftpNarrows }),
  database: define({
    principal: userName,
    desired: databaseDesired,
    digestInput: databaseDigestInput,
    narrows: databaseNarrows,
  }),
  mailbox: define({ principal: userName, desired: mailboxDesired, digestInput: mailboxDigestInput, narrows: mailboxNarrows }),
  'database-asset': define({
    principal: databaseName,
    desired: databaseAssetDesired,
    digestInput: (state: DatabaseAssetDesired) => JSON.stringify([state.tree]),
    narrows: (before: DatabaseAssetDesired, after: DatabaseAssetDesired) => before.tree !== after.tree,
  }),
  'mailbox-asset': define({
    principal: mailAddress,
    desired: mailboxAssetDesired,
    digestInput: mailboxAssetDigestInput,
    narrows: mailboxAssetNarrows,
  }),
  zone: define({ principal: domainName, desired: zoneDesired, digestInput: zoneDigestInput, narrows: zoneNarrows }),
} as const;

export type Kind = keyof typeof KINDS;
export const kind = z.enum(Object.keys(KINDS) as [Kind, ...Kind[]]);

/** What a grant of access to something on a host opens, tagged by its kind. */
export const accessSpec = z.discriminatedUnion('kind', [ftpSpec, databaseSpec, mailboxSpec]);
export type AccessSpec = z.infer<typeof accessSpec>;
export type AccessKind = AccessSpec['kind'];
export const isAccessSpec = (spec: GrantSpec): spec is AccessSpec => spec.kind in KINDS;

/** What any grant opens. A panel user and a delegation are kept by the worker itself, a seat by its vendor. */
export const grantSpec = z.discriminatedUnion('kind', [...accessSpec.options, panelUserSpec, delegationSpec, seatSpec]);
export type GrantSpec = z.infer<typeof grantSpec>;
export type GrantKindName = GrantSpec['kind'];
/** Every kind of grant, for exhaustive tables. */
export const GRANT_KIND_NAMES = grantSpec.options.map((option) => option.shape.kind.value) as readonly GrantKindName[];

/** How the states of a seat are read and compared; its host is a vendor's cloud, which no agent serves. */
export const SEAT = { desired: seatDesired, digestInput: seatDigestInput, narrows: seatNarrows } as const;

export const ASSET_KINDS = ['database-asset', 'mailbox-asset'] as const satisfies readonly Kind[];
export type AssetKind = (typeof ASSET_KINDS)[number];
export const isAssetKind = (name: Kind): name is AssetKind => ASSET_KINDS.some((asset) => asset === name);

/** The state with another password hash in it; a state without a password stays as it is. */
export function withHash<S extends ResourceState>(state: S, hash: string | null): S {
  return 'password' in state && state.password ? { ...state, password: { ...state.password, hash } } : state;
}

/** SHA-256, lower-case hex, of UTF-8 text; the same in workerd, Node and browsers. */
export async function sha256Hex(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
