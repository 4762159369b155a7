import type { BatchItem } from 'drizzle-orm/batch';
import {
  type AccessKind,
  type Connection,
  type Credential,
  type DatabaseDesired,
  type Endpoints,
  type FtpDesired,
  type GrantSpec,
  KINDS,
  type MailboxDesired,
  type SeatDesired,
} from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import type { grants } from '../db/schema.ts';
import type { SealedPassword } from '../secrets/index.ts';

/** A grantee's secret as it may be kept: a sealed password, and public keys. The plain secret is gone. */
export interface Secret {
  password: SealedPassword | null;
  keys: string[];
}

/** Why a credential cannot be taken, each told beside the field it is about. */
export const CREDENTIAL_FIELDS = {
  'password-too-weak': 'credential.password',
  'password-not-generated': 'credential.password',
  'public-key-invalid': 'credential.publicKey',
  'credential-unsuited': 'credential.publicKey',
} as const;
export type CredentialRefusal = keyof typeof CREDENTIAL_FIELDS;

/** A state as a host should have it, of whichever kind of access. A new kind adds its type here. */
export type WantedState = FtpDesired | DatabaseDesired | MailboxDesired | SeatDesired;

/** Who accepts what needs no host: the sign-in it opens the Panel to. */
export interface Accepter {
  userId: string;
  /** Set when that sign-in is made by accepting. */
  newcomer: { name: string; email: string; passwordHash: string } | null;
  /** The session that acts on the account from now on: the one that accepts, or one that begins. */
  session: { id: string; begins: { expiresAt: number; provedAt: number } | null };
}

/** The change that a kind adds its own statements to. */
export interface Effect {
  id: string;
  accountId: string;
  serviceId: string;
  /** What the grant's row becomes; `state` and the rest are absent where they stay. */
  becomes: Partial<Pick<typeof grants.$inferSelect, 'state' | 'endReason' | 'notAfter' | 'suspendedAt'>> & { spec?: GrantSpec };
  accepter: Accepter | null;
}
export type Statement = BatchItem<'sqlite'>;

export interface KeptSecret {
  print: string | null;
  keys: string[];
}

/** What every kind of grant must know. */
interface AnyKind {
  /** How it begins: with a link that is sent, with a yes in the other party's own Panel, or at once. */
  readonly begins: 'invitation' | 'acceptance' | 'at-once';
  /** What it opens, by the name it has on the service: grants of one thing are found by it. */
  target(spec: GrantSpec): string;
  /** True when a grant may be changed so; otherwise a new one must be given. */
  mayBecome(before: GrantSpec, after: GrantSpec): boolean;
  /** What the grant opens, as a Polish phrase that stands after a colon. */
  phrase(spec: GrantSpec): string;
  /** What else the batch writes in which a grant is made, or changed. */
  effects?: {
    /** `takesOver`: it comes in the place of another, which ends in the same batch. */
    born?(db: Database, grant: Omit<Effect, 'accepter' | 'becomes'> & { spec: GrantSpec; takesOver: boolean }): Statement[];
    stepped?(db: Database, effect: Effect, now: number): Statement[];
  };
}

/** A kind that the worker's own checks keep: in force and over in the very batch that says so. */
export interface EdgeKind extends AnyKind {
  readonly road: 'edge';
  /** Whether it can be put to rest for a while. */
  readonly suspends: boolean;
}

/**
 * A kind that something outside the worker keeps: a hosting server, or a vendor's cloud.
 * Written as methods, so that each kind names its own spec and state: they reach it only through the registry, by their kind.
 */
export interface HostKind extends AnyKind {
  readonly road: 'host';
  /** How its states are read and compared. */
  readonly resource: {
    desired: { parse(state: unknown): unknown };
    digestInput(state: WantedState): string;
    narrows(before: WantedState, after: WantedState): boolean;
  };
  /** Whether the giver may set the secret and pass it on; where only the grantee may know it, they must be invited. */
  readonly shownOnce: boolean;
  /** The message to whoever uses what is opened, each time a grant of it comes into force; null where nobody there reads any. */
  readonly announcement: 'mailbox-shared' | 'seat-assigned' | null;
  /** The message to whoever had it in force, once it is over; null where they see that for themselves. */
  readonly farewell: 'seat-withdrawn' | null;
  /** Turns the grantee's secret into what the target service compares with. */
  seal(credential: Credential): Promise<Secret | CredentialRefusal>;
  /** The whole wanted state; `secret` carries no hash when the host already has it. */
  wanted(spec: GrantSpec, place: { tree: string }, notAfter: number | null, secret: KeptSecret): WantedState;
  /** The secret that a wanted state speaks of, for wanting the same again. */
  kept(state: WantedState): KeptSecret;
  /** How to sign in; null until the host has said where it is. */
  connection(spec: GrantSpec, user: string, endpoints: Endpoints): Connection | null;
}

/** What a kind of grant must know; everything else about grants is the same for all kinds. */
export type GrantKind = HostKind | EdgeKind;

interface KindOf<S extends GrantSpec> {
  effects?: AnyKind['effects'];
  target(spec: S): string;
  mayBecome(before: S, after: S): boolean;
  phrase(spec: S): string;
}

/** A kind that the worker keeps, written with its own spec. */
export const defineEdgeKind = <S extends GrantSpec>(
  kind: KindOf<S> & { begins: 'invitation' | 'acceptance'; suspends: boolean },
): EdgeKind => ({ road: 'edge', ...kind }) as unknown as EdgeKind;

interface HostKindOf<S extends GrantSpec, W extends WantedState> extends KindOf<S> {
  begins: 'invitation' | 'at-once';
  resource: {
    desired: { parse(state: unknown): W };
    digestInput(state: W): string;
    narrows(before: W, after: W): boolean;
  };
  shownOnce: boolean;
  announcement: HostKind['announcement'];
  farewell: HostKind['farewell'];
  seal(credential: Credential): Promise<Secret | CredentialRefusal>;
  wanted(spec: S, place: { tree: string }, notAfter: number | null, secret: KeptSecret): W;
  kept(state: W): KeptSecret;
  connection(spec: S, user: string, endpoints: Endpoints): Connection | null;
}

/** A kind that a host or a vendor keeps, written with its own spec and state. */
export const defineHostKind = <S extends GrantSpec, W extends WantedState>(kind: HostKindOf<S, W>): HostKind =>
  ({ road: 'host', ...kind }) as unknown as HostKind;

/** A kind of access on a hosting server. */
export const defineKind = <S extends GrantSpec, W extends WantedState>(
  name: AccessKind,
  kind: Omit<HostKindOf<S, W>, 'begins' | 'resource' | 'farewell'>,
): HostKind =>
  defineHostKind<S, W>({
    begins: 'invitation',
    farewell: null,
    resource: KINDS[name] as unknown as HostKindOf<S, W>['resource'],
    ...kind,
  });

/** The password of a secret as a wanted state has it, for kinds that nobody enters in another way. */
export function passwordOf({ print }: KeptSecret): { hash: null; print: string } {
  if (print === null) throw new Error('this kind of grant needs a password');
  return { hash: null, print };
}

/** Epoch milliseconds, as people and tables have them, in the whole seconds that hosts compare with. */
export const inSeconds = (notAfter: number | null): number | null => (notAfter === null ? null : Math.floor(notAfter / 1000));
