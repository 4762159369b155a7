import type {
  Connection,
  Credential,
  DatabaseDesired,
  Endpoints,
  FtpDesired,
  GrantSpec,
  MailboxDesired,
} from '../../contract/index.ts';
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
export type WantedState = FtpDesired | DatabaseDesired | MailboxDesired;

export interface KeptSecret {
  print: string | null;
  keys: string[];
}

/**
 * What a kind of grant must know; everything else about grants is the same for all kinds.
 * Written as methods, so that each kind names its own spec and state: they reach it only through the registry, by their kind.
 */
export interface GrantKind {
  /** Whether the giver may set the secret and pass it on; where only the grantee may know it, they must be invited. */
  readonly shownOnce: boolean;
  /** The message to whoever uses what is opened, each time a grant of it comes into force; null where nobody there reads any. */
  readonly announcement: 'mailbox-shared' | null;
  /** Turns the grantee's secret into what the target service compares with. */
  seal(credential: Credential): Promise<Secret | CredentialRefusal>;
  /** What it opens, by the name it has on the service: grants of one thing are found by it. */
  target(spec: GrantSpec): string;
  /** True when a grant may be changed so; otherwise a new one must be given. */
  mayBecome(before: GrantSpec, after: GrantSpec): boolean;
  /** The whole wanted state; `secret` carries no hash when the host already has it. */
  wanted(spec: GrantSpec, place: { tree: string }, notAfter: number | null, secret: KeptSecret): WantedState;
  /** The secret that a wanted state speaks of, for wanting the same again. */
  kept(state: WantedState): KeptSecret;
  /** What the grant opens, as a Polish phrase that stands after a colon. */
  phrase(spec: GrantSpec): string;
  /** How to sign in; null until the host has said where it is. */
  connection(spec: GrantSpec, user: string, endpoints: Endpoints): Connection | null;
}

/** A kind, written with its own spec and state. */
export const defineKind = <S extends GrantSpec, W extends WantedState>(kind: {
  shownOnce: boolean;
  announcement: GrantKind['announcement'];
  seal(credential: Credential): Promise<Secret | CredentialRefusal>;
  target(spec: S): string;
  mayBecome(before: S, after: S): boolean;
  wanted(spec: S, place: { tree: string }, notAfter: number | null, secret: KeptSecret): W;
  kept(state: W): KeptSecret;
  phrase(spec: S): string;
  connection(spec: S, user: string, endpoints: Endpoints): Connection | null;
}): GrantKind => kind as unknown as GrantKind;

/** The password of a secret as a wanted state has it, for kinds that nobody enters in another way. */
export function passwordOf({ print }: KeptSecret): { hash: null; print: string } {
  if (print === null) throw new Error('this kind of grant needs a password');
  return { hash: null, print };
}

/** Epoch milliseconds, as people and tables have them, in the whole seconds that hosts compare with. */
export const inSeconds = (notAfter: number | null): number | null => (notAfter === null ? null : Math.floor(notAfter / 1000));
