/** What a program says of a sign-in: `in`, `refused` for the sign-in itself, or its own words where something else went wrong. */
export type SignedIn = 'in' | 'refused' | (string & {});

/** Somebody who is signed in, seen from their program. */
export type Session = {
  /** Resolves when the server has put them out, or they have left. */
  readonly ended: Promise<void>;
  isOpen(): boolean;
  /** Leaves, as a program that is closed does. */
  leave(): void;
};

/** A session that does something all the time; `done` counts what it has really brought about so far. */
export type WorkingSession = Session & { done(): Promise<number> };

/** A session that waits; `answers` asks the server for something and says whether it was given. */
export type WaitingSession = Session & { answers(): Promise<boolean> };

/** A sign-in that has begun and whose last step is still owed. */
export type BegunSignIn = { finish(): Promise<WaitingSession | 'refused'> };
