import { setTimeout as pause } from 'node:timers/promises';
import type { Ended } from '../../reconcile/index.ts';
import { MariadbError } from './faults.ts';
import type { Server } from './server.ts';

const GIVE_UP_MS = 5000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;
const ER_NO_SUCH_THREAD = 1094;

/**
 * Ends the sessions of these users and looks again until there are none: one that was killed stays, and may hold locks, until
 * it has rolled back. Whoever is still signing in shows up here under their name before their password is compared, or has not
 * named themselves and meets a locked account.
 */
export async function endSessions(server: Server, isTheirs: (user: string) => boolean): Promise<Ended> {
  const met = new Set<number>();
  const began = performance.now();
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(LONGEST_PAUSE_MS, wait * 2)) {
    const alive = await sessionsOf(server, isTheirs);
    if (alive.length === 0) return { ok: true, ended: met.size };
    if (performance.now() - began > GIVE_UP_MS) return { ok: false, fault: 'sessions-remain' };
    for (const id of alive) await kill(server, id, met);
    await pause(wait);
  }
}

async function sessionsOf(server: Server, isTheirs: (user: string) => boolean): Promise<number[]> {
  const rows = await server.look('SELECT ID AS id, USER AS user FROM information_schema.PROCESSLIST');
  return rows.filter(({ user }) => isTheirs(String(user))).map(({ id }) => Number(id));
}

async function kill(server: Server, id: number, met: Set<number>): Promise<void> {
  if (met.has(id)) return;
  met.add(id);
  try {
    await server.look('KILL CONNECTION ?', [id]);
  } catch (error) {
    // It went by itself.
    if (!(error instanceof MariadbError && error.errno === ER_NO_SUCH_THREAD)) throw error;
  }
}
