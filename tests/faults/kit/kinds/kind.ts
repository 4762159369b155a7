import type { AccessSpec, ResourceState } from '../../../../contract/index.ts';
import type { Hosting } from '../../../support/hosting/index.ts';
import type { SignedIn, WorkingSession } from '../../../support/programs/index.ts';

/** The grantee's program, with what they were told. */
export type Program = {
  signIn(): Promise<SignedIn>;
  /** Signs in and does something all the time, until put out. */
  work(): Promise<WorkingSession>;
  /** Tries to change something; true when it was taken. */
  change(): Promise<boolean>;
};

/** What an access opens, in words that host and D1 can both say. */
export type Scope = { opens: string; access: string; expires: number | null };
export type Account = Scope & { principal: string; gen: number };

/** A kind of access and its real daemon, as the faults need them. */
export type FaultKind = {
  /** Something of the demo's that an owner may give, with much and with little. */
  wide: AccessSpec;
  narrow: AccessSpec;
  /** True when the service itself puts people out at their end date. */
  endsSessionsAlone: boolean;
  program(hosting: Hosting, user: string, password: string): Program;
  /** Our accounts as they stand on the host. */
  accounts(hosting: Hosting): Promise<Account[]>;
  /** What D1's wanted state comes to. */
  scopeOf(state: ResourceState): Scope;
  /** Puts accounts and data on the host that the product did not make. */
  plantStrangers(hosting: Hosting): Promise<void>;
  /** Every row and file that is not ours, byte for byte. */
  strangers(hosting: Hosting): Promise<string>;
  stopDaemon(hosting: Hosting): Promise<void>;
  /** Starts it again on the same data; the answer stops it. */
  startDaemon(hosting: Hosting): Promise<() => Promise<void>>;
};
