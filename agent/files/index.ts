import type { AgentConfig } from '../config.ts';

export type FileDoorOptions = NonNullable<AgentConfig['files']> & {
  /** Each customer's tree is a folder directly below. */
  customersRoot: string;
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

/** Starts the process that serves customers' own files to their browsers. */
export function openFileDoor(_options: FileDoorOptions): FileDoor {
  return { takeKey() {}, voidTickets() {}, async close() {} };
}
