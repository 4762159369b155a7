import type { Services } from '../../../agent/reconcile/index.ts';
import type { AccessKind, DesiredItem } from '../../../contract/index.ts';
import type { BegunSignIn, SignedIn, WorkingSession } from '../../support/programs/index.ts';

/** What a test says of one access; the rest is the same for all tests of a kind. */
export type Wish = {
  /** Index into the kind's levels; the widest unless said. */
  level?: number;
  /** Epoch seconds. */
  notAfter?: number | null;
  password?: { hash: string | null; print: string };
};

/** Something that changes what was granted. Tried by everybody who may not, and then by somebody who may. */
export type Act = {
  name: string;
  /** Index of the lowest level that may do it; behind the last where nobody may. */
  level: number;
  attempt: (user: string) => Promise<unknown>;
};

/** Somebody's hand in the service itself, past the product. */
export type Tampering = { name: string; tamper: (user: string) => Promise<unknown> };

/** A real service with something to grant, something beside it, and accounts and data that are not ours. */
export type HostUnderTest = {
  /** Opens the agent's side of the service anew, as an agent that starts does. */
  openServices(): { services: Services; close(): Promise<void> };
  /** What must be there before it can be granted. */
  assets: readonly DesiredItem[];
  /** Called once the assets stand: fills them, and puts what is not ours beside them. */
  furnish(): Promise<void>;
  /** An access to what `furnish` filled, with the password of {@link KindUnderTest.password}. */
  present(user: string, gen: number, wish?: Wish): DesiredItem;
  absent(user: string, gen: number): DesiredItem;

  /** Signs in with a program that is not ours. */
  signIn(user: string, password: string): Promise<SignedIn>;
  /** What the person reads of what was granted; empty when it is refused. */
  readGranted(user: string): Promise<string>;
  /** What the person reads of each thing that lies beside it; all must be empty. */
  readBeside(user: string): Promise<Record<string, string>>;
  /** Signs in, at a level that may, and goes on working until put out. */
  startWorking(user: string): Promise<WorkingSession>;
  /** Signs in up to the proof of the password. */
  beginSignIn(user: string): Promise<BegunSignIn>;

  acts: readonly Act[];
  /** What was granted, byte for byte as far as people can change it. */
  picture(): Promise<string>;
  tamperings: readonly Tampering[];

  /** Puts an account of this name there that the product did not make. */
  plantForeign(user: string): Promise<void>;
  /** Every account, row and file that is not ours, byte for byte. */
  notOurs(): Promise<string>;
  /** Every row the service acts on for this user, byte for byte. */
  ours(user: string): Promise<string>;
  close(): Promise<void>;
};

/** A kind of access and its real service, as the suite needs them. A new kind is one file like this and a line in `kinds.ts`. */
export type KindUnderTest = {
  kind: AccessKind;
  /** From the least to the most. */
  levels: readonly string[];
  /** True when the service itself puts people out at their end date; where it does not, the agent does when it is back. */
  endsSessionsAlone: boolean;
  /** True when the second look after a narrowing tells who came in since; where it cannot, they must sign in once more. */
  sparesNewcomers: boolean;
  /** What the grantee types. */
  password: string;
  hash(password: string): string;
  /** Starts the daemon below an empty directory. */
  open(dir: string): Promise<HostUnderTest>;
};
