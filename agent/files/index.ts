import type { z } from 'zod';
import type { AgentConfig } from '../config.ts';
import { backoff } from '../reconcile/index.ts';
import { type Child, startChild } from '../system/children.ts';
import { fromBelow, type toDoor } from './messages.ts';
import { program } from './program.ts';
import { StandingKeys } from './standing.ts';

export { examineFiles } from './examine.ts';

export type FileDoorOptions = NonNullable<AgentConfig['files']> & {
  /** Each customer's tree is a folder directly below. */
  customersRoot: string;
  /** Root's alone: for sockets between the door and its hands. */
  runDir: string;
  hostId: string;
  /** The edge's address; its origin alone may call from a browser. */
  edge: string;
  complain: (words: string) => void;
};
export type FileDoor = {
  /** Tickets signed with this key count from now on; those of the key before until they run out. */
  takeKey(key: string): void;
  voidTickets(account: string, issuedBefore: number): void;
  close(): Promise<void>;
};

const RESTART = { first: 200, cap: 30_000 };
/** A door that stood this long had no trouble starting. */
const STEADY_MS = 60_000;
/** Longer than it gives its hands. */
const CLOSE_MS = 6000;

/** Starts the process that serves customers' own files to their browsers, and starts it again whenever it is gone. */
export function openFileDoor(options: FileDoorOptions): FileDoor {
  const standing = new StandingKeys();
  let child: Child | null = null;
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;
  let attempts = 0;

  const tell = () => child?.send(standing.tell(Date.now()));
  const start = () => {
    const startedAt = Date.now();
    child = startChild(program, ['files-door'], {
      onMessage: (message) => {
        const said = fromBelow.parse(message);
        if (said.t === 'complain') options.complain(said.words);
      },
      onExit: () => {
        if (isClosed) return;
        attempts = Date.now() - startedAt > STEADY_MS ? 0 : attempts + 1;
        options.complain('files-door: ended by itself, is started again');
        again = setTimeout(start, backoff(attempts, { ...RESTART, random: Math.random() }));
      },
    });
    child.send(openOrder(options));
    tell();
  };
  start();
  return {
    takeKey(key) {
      standing.takeKey(key, Date.now());
      tell();
    },
    voidTickets(account, issuedBefore) {
      standing.voidTickets(account, issuedBefore);
      tell();
    },
    async close() {
      isClosed = true;
      clearTimeout(again);
      await child?.end(CLOSE_MS);
    },
  };
}

const openOrder = ({ listenAddress, port, tls, customersRoot, runDir, hostId, edge }: FileDoorOptions) =>
  ({ t: 'open', listenAddress, port, tls, customersRoot, runDir, hostId, edge }) satisfies z.infer<typeof toDoor>;
