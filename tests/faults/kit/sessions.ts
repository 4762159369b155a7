import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { idleSftp, openSessions } from '../../support/hosting/index.ts';
import { waitFor } from '../../support/stage/index.ts';
import type { Given } from './acts.ts';
import type { World } from './world.ts';

/** Somebody who is signed in, seen from their program. */
export type Session = { child: ChildProcess; ended: Promise<unknown> };

/** An upload that takes minutes and has begun. */
export async function startUpload({ dir }: World, { client }: Given): Promise<Session> {
  const film = join(dir, 'film.bin');
  writeFileSync(film, Buffer.alloc(4_000_000, 1));
  const child = client.putSlowly('/film.bin', film);
  const ended = once(child, 'close');
  await waitFor('the upload to run', async () => (await client.list()).stdout.includes('film.bin'));
  return { child, ended };
}

/** A session over SFTP, by key, that only waits. */
export async function startIdling({ hosting }: World, { user }: Given, keyFile: string): Promise<Session> {
  const child = idleSftp(hosting, user, keyFile);
  const ended = once(child, 'close');
  await waitFor('the session to be open', async () => (await openSessions(hosting, user)) > 0);
  return { child, ended };
}

export const isOpen = ({ child }: Session): boolean => child.exitCode === null && child.signalCode === null;

/** Waits until the server has put them out. */
export async function isCut({ child, ended }: Session): Promise<void> {
  await ended;
  expect(child.exitCode).not.toBe(0);
}
