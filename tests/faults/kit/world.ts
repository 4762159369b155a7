import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import type { ApiClient } from '../../support/api-client.ts';
import type { Hosting } from '../../support/hosting/index.ts';
import { type Agent, type Edge, signIn, startStage, waitFor } from '../../support/stage/index.ts';
import type { StageOptions } from '../../support/stage/stage.ts';
import { processesHolding } from './processes.ts';

/** Everything real on one machine, and the owner at her browser. */
export type World = {
  readonly dir: string;
  readonly edge: Edge;
  readonly hosting: Hosting;
  readonly agent: Agent;
  readonly owner: ApiClient;
  /** What agent and edge have complained of since the last call, line by line, but for watches that a busy machine kept waiting. */
  complaints(): string[];
  /** Something more to stop in the end. */
  alsoStop(stop: () => Promise<void>): void;
  /** Stops everything and fails when a process is left behind. */
  close(): Promise<void>;
};

type WorldOptions = Pick<StageOptions, 'edge' | 'roadTo' | 'serves'> & {
  /** Called before anything starts; what it gives back is called when all has ended. */
  prepare?: (dir: string) => Promise<() => Promise<unknown>>;
};

/** A watch that MariaDB gave no connection within two seconds looks again a second later. */
const BUSY = /^guard: MariaDB: ER_GET_CONNECTION_TIMEOUT/;

export async function openWorld({ prepare, ...options }: WorldOptions = {}): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'klucznik-faults-'));
  const tidy = await prepare?.(dir);
  // Most faults are looked at with files alone, which start quickest.
  const stage = await startStage({ dir, ...options }).catch(async (fault) => {
    await tidy?.();
    throw fault;
  });
  const others: (() => Promise<void>)[] = [];
  const { edge, hosting, agent } = stage;
  if (!hosting || !agent) throw new Error('the stage has no hosting server');
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const lines = newLinesOf(agent.logFile, edge.logFile);
  return {
    dir,
    edge,
    hosting,
    agent,
    owner,
    complaints: () => lines().filter((line) => !BUSY.test(line)),
    alsoStop: (stop) => void others.push(stop),
    async close() {
      await stage.stop();
      for (const stop of others) await stop();
      // Sessions that were cut a moment ago may still be on their way out.
      await vi.waitFor(() => expect(processesHolding(dir), 'processes left behind').toEqual([]), { timeout: 3000 });
      await tidy?.();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Waits until the edge knows that the host's agent is there, or is not. */
export const hostIs = (edge: Edge, state: 'online' | 'offline', ms = 15_000) =>
  waitFor(
    `the host to be ${state}`,
    async () => {
      const row = await edge.db.prepare('SELECT online FROM host WHERE id = ?').bind(DEMO_IDS.host).first<{ online: number }>();
      return row?.online === (state === 'online' ? 1 : 0);
    },
    { ms },
  );

function newLinesOf(...files: string[]): () => string[] {
  const seen = new Map<string, number>();
  return () =>
    files.flatMap((file) => {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const from = seen.get(file) ?? 0;
      seen.set(file, text.length);
      return text
        .slice(from)
        .split('\n')
        .filter((line) => line !== '');
    });
}
