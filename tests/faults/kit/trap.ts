import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { AccessKind } from '../../../contract/index.ts';
import { bundleForNode } from '../../support/stage/built.ts';
import { type Running, runCommand, startProcess } from '../../support/stage/process.ts';
import { hostIs, type World } from './world.ts';

export const STEPS = ['intent', 'applied', 'read-back', 'done', 'acked'] as const;
export type StepName = (typeof STEPS)[number];
/** Where an agent dies: after this step of a resource of this kind, those spared excepted. */
export type Trap = { step: StepName; kind: AccessKind; spare: string[] };

/** An agent that dies where a trap is set, and is followed by the next one. */
export type MortalAgent = {
  /** Sets a trap, lets `act` lead into it, and waits until the agent is dead; then the next one starts and is connected. */
  diesDuring(trap: Trap, act: () => Promise<void>): Promise<void>;
  /** Gives the host back to the world's own agent. */
  retire(): Promise<void>;
};

/** Takes the place of the world's agent, on the same journal and identity. */
export async function startMortalAgent(world: World): Promise<MortalAgent> {
  const trapFile = join(world.dir, 'trap.json');
  const program = await bundled(world.dir);
  const start = async (): Promise<Running> => {
    const running = await startProcess(process.execPath, [program], {
      logFile: world.agent.logFile,
      env: { CRASH_CONFIG: world.agent.configFile, CRASH_TRAP: trapFile },
    });
    await hostIs(world.edge, 'online');
    return running;
  };
  await world.agent.stop();
  await hostIs(world.edge, 'offline');
  let running = await start();
  world.alsoStop(() => running.stop());
  return {
    async diesDuring(trap, act) {
      writeFileSync(`${trapFile}.new`, JSON.stringify(trap));
      renameSync(`${trapFile}.new`, trapFile);
      await act();
      expect(await running.exited).toEqual({ code: null, signal: 'SIGKILL' });
      rmSync(trapFile);
      await hostIs(world.edge, 'offline');
      running = await start();
    },
    async retire() {
      await running.stop();
      await hostIs(world.edge, 'offline');
      await world.agent.restart();
      await hostIs(world.edge, 'online');
    },
  };
}

/** It is started again after every death, so it is put together once. */
async function bundled(dir: string): Promise<string> {
  const program = join(dir, 'crashing-agent.mjs');
  const [command, ...args] = bundleForNode('tests/faults/crashing-agent.ts', program);
  const result = await runCommand(command, args);
  if (!result.ok) throw new Error(`the agent that dies could not be bundled:\n${result.output}`);
  return program;
}
