import { existsSync, readFileSync } from 'node:fs';
import { startAgent } from '../../agent/agent.ts';
import { readConfig, readIdentity } from '../../agent/config.ts';
import { runPart } from '../../agent/parts.ts';
import type { Trap } from './kit/trap.ts';

/*
 * The real agent, put together as its command line does, that dies like in a power cut: right after its journal has made
 * the step durable that a trap names, for a resource that the trap does not spare. Without a trap it lives.
 */
const { CRASH_CONFIG = '', CRASH_TRAP = '' } = process.env;

const readTrap = (): Trap | null => (existsSync(CRASH_TRAP) ? (JSON.parse(readFileSync(CRASH_TRAP, 'utf8')) as Trap) : null);

function startMortal(): void {
  const config = readConfig(CRASH_CONFIG);
  if (!config.ok) throw new Error(config.why);
  const who = readIdentity(config.value);
  if (!who.ok) throw new Error(who.why);
  startAgent({
    config: config.value,
    who: who.value,
    onStep(step, { kind, principal }) {
      const trap = readTrap();
      if (trap?.step === step && trap.kind === kind && !trap.spare.includes(principal)) process.kill(process.pid, 'SIGKILL');
    },
  });
}

// Its file door is the real one, and lives as long as it does.
if (!(await runPart(process.argv[2]))) startMortal();
