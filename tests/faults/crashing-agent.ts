import { startAgent } from '../../agent/agent.ts';
import { readConfig, readIdentity } from '../../agent/config.ts';

/*
 * The real agent, put together as its command line does, that dies like in a power cut: right after the n-th time
 * the journal has made the named step durable.
 */
const { CRASH_CONFIG = '', CRASH_STEP, CRASH_AT = '1' } = process.env;
const config = readConfig(CRASH_CONFIG);
if (!config.ok) throw new Error(config.why);
const who = readIdentity(config.value);
if (!who.ok) throw new Error(who.why);

let left = Number(CRASH_AT);
startAgent({
  config: config.value,
  who: who.value,
  onStep(step) {
    if (step === CRASH_STEP && --left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
