import type { AccessKind, GrantSpec } from '../../contract/index.ts';
import type { Stage } from '../../tests/support/stage/index.ts';

/** `cut-off`: the server hung up before it said yes or no, as it does when an access ends while somebody is signing in. */
export type SignIn = { ok: true; session: Session } | { ok: false; why: 'refused' | 'cut-off' };
export type Session = {
  /** Resolves when the server ends the session, with the moment (`performance.now()`). */
  cut: Promise<number>;
  close(): void;
};

/** One real service as its clients see it, and what is to be reached there. */
export type Client = {
  kind: AccessKind;
  /** What is granted in each round. */
  spec: GrantSpec;
  /** What a person would be told it is. */
  service: string;
  /** One whole sign-in, from opening the connection to the server's yes or no. */
  signIn(user: string, password: string): Promise<SignIn>;
  /** A password that the kind takes. */
  password: string;
  /** p95, in milliseconds. */
  aims: { inForce: number; refused: number; cut: number };
};

export type OpenClient = (stage: Stage) => Client;
