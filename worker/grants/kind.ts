import type { Credential, FtpDesired, GrantSpec } from '../../contract/index.ts';

/** A grantee's secret as it may be kept: the target's own hash, its print, and public keys. The plain secret is gone. */
export interface Secret {
  password: { hash: string; print: string } | null;
  keys: string[];
}

/** Why a credential cannot be taken. */
export type CredentialRefusal = 'password-too-weak' | 'public-key-invalid';

/** A state as a host should have it, of whichever kind. A new kind adds its type here. */
export type WantedState = FtpDesired;

/** What a kind of grant must know; everything else about grants is the same for all kinds. */
export interface GrantKind {
  /** Turns the grantee's secret into what the target service compares with. */
  seal(credential: Credential): Promise<Secret | CredentialRefusal>;
  /** The whole wanted state; `secret` carries no hash when the host already has it. */
  wanted(spec: GrantSpec, place: { tree: string }, notAfter: number | null, secret: KeptSecret): WantedState;
  /** The secret that a wanted state speaks of, for wanting the same again. */
  kept(state: WantedState): KeptSecret;
  /** What the grant opens, as a Polish phrase that stands after a colon. */
  phrase(spec: GrantSpec): string;
}

export interface KeptSecret {
  print: string | null;
  keys: string[];
}
