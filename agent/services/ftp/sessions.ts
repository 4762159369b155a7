import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Ended } from '../../reconcile/index.ts';
import { ageOf, isRunning, signal } from '../../system/processes.ts';
import { run } from '../../system/run.ts';

const scoreboard = z.object({
  server: z.object({ pid: z.int().optional() }).optional(),
  connections: z.array(z.object({ pid: z.int(), user: z.string().optional() })),
});

export type Session = { pid: number; user: string };

/** A session that has not gone by then is ended by force. */
const PATIENCE_MS = 800;
const GIVE_UP_MS = 5000;
const LOOK_EVERY_MS = 25;

/** Live sessions of ProFTPD, as its scoreboard and the kernel both say. */
export class Sessions {
  readonly #scoreboard: string;
  #next: Promise<Session[] | null> | null = null;
  #current: Promise<unknown> = Promise.resolve();

  constructor(scoreboardPath: string) {
    this.#scoreboard = scoreboardPath;
  }

  /** Reads the scoreboard; readers that come while one is being read share the next one, begun after they asked. Null: it cannot be read. */
  read(): Promise<Session[] | null> {
    this.#next ??= this.#current.then(() => {
      const reading = this.#readNow();
      // One that failed must not fail those after it.
      this.#current = Promise.allSettled([reading]);
      this.#next = null;
      return reading;
    });
    return this.#next;
  }

  /**
   * Ends the sessions of these users and looks again until there are none; exit codes prove nothing.
   * A connection is a process of its own, so one younger than `olderThanMs` may stay.
   */
  async end(isTheirs: (user: string) => boolean, olderThanMs?: number): Promise<Ended> {
    const met = new Set<number>();
    const began = performance.now();
    const isNew = (pid: number) =>
      olderThanMs !== undefined && (ageOf(pid) ?? Infinity) < olderThanMs + performance.now() - began;
    for (;;) {
      const found = await this.read();
      if (found === null) return { ok: false, fault: 'service-unavailable' };
      for (const session of found) if (isTheirs(session.user) && !isNew(session.pid)) met.add(session.pid);
      const alive = [...met].filter((pid) => isRunning(pid, 'proftpd'));
      if (alive.length === 0) return { ok: true, ended: met.size };
      const waited = performance.now() - began;
      if (waited > GIVE_UP_MS) return { ok: false, fault: 'sessions-remain' };
      for (const pid of alive) signal(pid, waited > PATIENCE_MS ? 'SIGKILL' : 'SIGTERM');
      await pause(LOOK_EVERY_MS);
    }
  }

  /** True while the daemon itself runs; its scoreboard outlives one that was killed. */
  async isServed(): Promise<boolean> {
    const board = await this.#readBoard();
    return board?.server?.pid !== undefined && isRunning(board.server.pid, 'proftpd');
  }

  async #readNow(): Promise<Session[] | null> {
    const board = await this.#readBoard();
    if (board === null) return null;
    return board.connections.map(({ pid, user }) => ({ pid, user: user ?? '' })).filter(({ pid }) => isRunning(pid, 'proftpd'));
  }

  async #readBoard(): Promise<z.infer<typeof scoreboard> | null> {
    const result = await run('ftpwho', ['-f', this.#scoreboard, '-o', 'json']);
    return result.code === 0 ? (scoreboard.safeParse(parseJson(result.stdout)).data ?? null) : null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
