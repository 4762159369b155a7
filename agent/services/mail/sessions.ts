import { setTimeout as pause } from 'node:timers/promises';
import type { Ended } from '../../reconcile/index.ts';
import { isRunning, signal } from '../../system/processes.ts';
import { run } from '../../system/run.ts';
import { titled } from '../../system/titles.ts';

/** `known`: Dovecot itself lists it. Sessions that outlived a crashed master show only in the titles of their processes. */
export type Session = { pid: number; user: string; known: boolean };
export type SessionsOptions = {
  /** Dovecot's configuration file, which tells doveadm where the running Dovecot is. */
  daemonConfig: string;
  /** A session runs as this system user and works below this real path; anybody else may call their processes what they like. */
  uid: number;
  mailRoot: string;
};
type Board = { served: boolean; sessions: Session[] };

/** What serves somebody who is signed in. */
const PROGRAMS = ['imap', 'pop3', 'managesieve'];
const TITLE = /^dovecot\/(?:imap|pop3|managesieve) \[(\S+) /;

/** A session that has not gone by then is ended by force. */
const PATIENCE_MS = 800;
const GIVE_UP_MS = 5000;
const LOOK_EVERY_MS = 25;

/** Live sessions of Dovecot, as `doveadm who` and the kernel both say. */
export class Sessions {
  readonly #options: SessionsOptions;
  #next: Promise<Board> | null = null;
  #current: Promise<unknown> = Promise.resolve();

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** True while Dovecot itself answers. */
  async isServed(): Promise<boolean> {
    return (await this.#read()).served;
  }

  /** Ends the sessions of these users and looks again until there are none; exit codes prove nothing. */
  async end(isTheirs: (user: string) => boolean): Promise<Ended> {
    const met = new Map<number, Session>();
    const began = performance.now();
    for (;;) {
      const { served, sessions } = await this.#read();
      for (const session of sessions) if (isTheirs(session.user)) met.set(session.pid, session);
      const alive = [...met.values()].filter(({ pid }) => isAlive(pid));
      if (alive.length === 0) return served ? { ok: true, ended: met.size } : { ok: false, fault: 'service-unavailable' };
      const waited = performance.now() - began;
      if (waited > GIVE_UP_MS) return { ok: false, fault: 'sessions-remain' };
      await this.#endNow(alive, sessions, waited > PATIENCE_MS);
      await pause(LOOK_EVERY_MS);
    }
  }

  async #endNow(alive: Session[], all: Session[], byForce: boolean): Promise<void> {
    const theirs = new Set(alive.map(({ user }) => user));
    const kicked = new Set(alive.filter(({ known }) => known).map(({ user }) => user));
    for (const user of kicked) await run('doveadm', ['-c', this.#options.daemonConfig, 'kick', user]);
    for (const { pid, known } of alive) {
      // A process may serve several people where Dovecot is set up so; nobody else is cut with it.
      const shared = all.some((other) => other.pid === pid && !theirs.has(other.user));
      if (!shared && (byForce || !known)) signal(pid, byForce ? 'SIGKILL' : 'SIGTERM');
    }
  }

  /** Readers that come while one is reading share the next reading, begun after they asked. */
  #read(): Promise<Board> {
    this.#next ??= this.#current.then(() => {
      const reading = this.#readNow();
      // One that failed must not fail those after it.
      this.#current = Promise.allSettled([reading]);
      this.#next = null;
      return reading;
    });
    return this.#next;
  }

  async #readNow(): Promise<Board> {
    const result = await run('doveadm', ['-c', this.#options.daemonConfig, '-f', 'tab', 'who', '-1']);
    const known = result.code === 0 ? parseWho(result.stdout) : [];
    const pids = new Set(known.map(({ pid }) => pid));
    const others = titled('dovecot/').flatMap(({ pid, title, uid, folder }) => {
      const user = TITLE.exec(title)?.[1];
      const ours = uid === this.#options.uid && folder.startsWith(`${this.#options.mailRoot}/`);
      return user === undefined || !ours || pids.has(pid) ? [] : [{ pid, user, known: false }];
    });
    return { served: result.code === 0, sessions: [...known, ...others] };
  }
}

const isAlive = (pid: number) => PROGRAMS.some((program) => isRunning(pid, program));

/** Lines of `username proto pid ip`, after a heading. */
function parseWho(text: string): Session[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .flatMap(([user = '', , pid = '']) => (/^\d+$/.test(pid) ? [{ user, pid: Number(pid), known: true }] : []));
}
