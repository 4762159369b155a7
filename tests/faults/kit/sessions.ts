import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { idleSftp, openSessions } from '../../support/hosting/index.ts';
import { waitFor } from '../../support/stage/index.ts';
import type { Given } from './acts.ts';
import type { World } from './world.ts';

/** Somebody who is signed in, seen from their program. */
export type Session = { child: ChildProcess };

/** An upload that takes minutes and has begun. */
export async function startUpload({ dir }: World, { client }: Given): Promise<Session> {
  const film = join(dir, 'film.bin');
  writeFileSync(film, Buffer.alloc(4_000_000, 1));
  const child = client.putSlowly('/film.bin', film);
  await waitFor('the upload to run', async () => (await client.list()).stdout.includes('film.bin'));
  return { child };
}

/** A session over SFTP, by key, that only waits. */
export async function startIdling({ hosting }: World, { user }: Given, keyFile: string): Promise<Session> {
  const child = idleSftp(hosting, user, keyFile);
  await waitFor('the session to be open', async () => (await openSessions(hosting, user)) > 0);
  return { child };
}

export const isOpen = ({ child }: Session): boolean => child.exitCode === null && child.signalCode === null;

/** Waits until the server has put them out. */
export async function isCut(session: Session): Promise<void> {
  await waitFor('the session to be cut', () => !isOpen(session), { ms: 20_000 });
  expect(session.child.exitCode).not.toBe(0);
}
