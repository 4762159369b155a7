import { expect } from 'vitest';
import { idleSftp, openSessions } from '../../support/hosting/index.ts';
import type { Session, WorkingSession } from '../../support/programs/index.ts';
import { waitFor } from '../../support/stage/index.ts';
import type { Given } from './acts.ts';
import type { World } from './world.ts';

/** Somebody who is signed in and has really begun to do something that goes on. */
export async function startWork({ program, spec }: Given): Promise<WorkingSession> {
  const session = await program.work();
  // An IDLE has begun when the server says so; news may never come.
  if (spec.kind !== 'mailbox') await waitFor('the work to begin', async () => (await session.done()) > 0);
  expect(session.isOpen()).toBe(true);
  return session;
}

/** A session over SFTP, by key, that only waits. */
export async function startIdling({ hosting }: World, { user }: Given, keyFile: string): Promise<Session> {
  const child = idleSftp(hosting, user, keyFile);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await waitFor('the session to be open', async () => (await openSessions(hosting, user)) > 0);
  return { ended, isOpen: () => child.exitCode === null && child.signalCode === null, leave: () => void child.kill() };
}

/** Waits until the server has put them out. */
export const isCut = (session: Session) => waitFor('the session to be cut', () => !session.isOpen(), { ms: 20_000 });
