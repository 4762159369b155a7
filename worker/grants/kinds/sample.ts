import type * as fc from 'fast-check';
import type { Credential, Endpoints, GrantSpec } from '../../../contract/index.ts';
import type { CredentialRefusal } from '../kind.ts';

export interface Change {
  before: GrantSpec;
  after: GrantSpec;
}

type Said = [spec: GrantSpec, target: string, phrase: string];

/** What the conformance suite must be told of a kind to hold it to every promise. How the kind keeps them is not said here. */
export interface KindSample {
  /** Credentials that it takes, no two alike. */
  credentials: [Credential, Credential, ...Credential[]];
  /** Credentials that it refuses, and how. */
  refused: [what: string, credential: Credential, code: CredentialRefusal][];
  /** Whether the giver may ever know the secret. */
  shownOnce: boolean;
  /** Whether somebody besides the grantee is told of each grant. */
  announced: boolean;
  spec: fc.Arbitrary<GrantSpec>;
  /** Changes after which less may be done, or it is done elsewhere. */
  narrowing: fc.Arbitrary<Change>;
  /** Changes after which all that could be done still can. */
  widening: fc.Arbitrary<Change>;
  /** Whether another target needs another grant. */
  targetFixed: boolean;
  /** What is opened, by its name on the service, and as people read it. */
  said: [Said, ...Said[]];
  /** Where on a host people connect for it. */
  endpoint: keyof Endpoints;
}
