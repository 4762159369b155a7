import { join } from 'node:path';
import { freePort } from '../tests/support/stage/ports.ts';
import { type Stage, type StagePart, startStage } from '../tests/support/stage/stage.ts';
import { DEMO_DIR } from './folder.ts';
import { endLeftovers, releaseLock, runningDemo, writeLock } from './lock.ts';
import { prepareBuilds, prepareHosting } from './prepare.ts';
import { Supervisor } from './supervise.ts';
import { alreadyRuns, died, otherPort, welcome } from './words.ts';

const PORT = 8787;
const MINUTE = 60_000;
const say = (line: string) => console.log(line);

const running = runningDemo(DEMO_DIR);
if (running === null) process.exitCode = await runDemo();
else {
  say(alreadyRuns(running));
  process.exitCode = 1;
}

async function runDemo(): Promise<number> {
  if ((await endLeftovers(DEMO_DIR)) > 0) say('Poprzednie demo zostało przerwane siłą; zatrzymuję to, co po nim zostało.');
  writeLock(DEMO_DIR, []);
  const supervisor = new Supervisor();
  try {
    const opened = openStage(supervisor);
    // Whoever presses Ctrl-C while things start need not wait for all of them.
    const end = await Promise.race([opened.then(() => supervisor.ended), supervisor.ended]);
    say(end.why === 'died' ? died(end.part, DEMO_DIR) : '\nZatrzymuję…');
    await opened;
    return end.why === 'died' ? 1 : 0;
  } catch (fault) {
    if (supervisor.stopping) return 0;
    say(`\nNie udało się uruchomić demo. Zatrzymuję to, co już działa.\n${fault instanceof Error ? fault.message : fault}`);
    return 1;
  } finally {
    await supervisor.stopAll();
    releaseLock(DEMO_DIR);
  }
}

async function openStage(supervisor: Supervisor): Promise<void> {
  const noHosting = await prepareHosting(say);
  if (!supervisor.stopping) await prepareBuilds(say);
  if (supervisor.stopping) return;
  const port = await freePort(PORT);
  if (port !== PORT) say(otherPort(PORT, port));
  const pids: number[] = [];
  const onPart = (part: StagePart) => {
    supervisor.add(part);
    pids.push(part.pid);
    writeLock(DEMO_DIR, pids);
  };
  const stage = await startStage({ dir: DEMO_DIR, port, hosting: noHosting === null, clouds: true, onPart });
  supervisor.add(clockwork(stage));
  if (!supervisor.stopping) say(welcome({ url: stage.edge.url, hosting: stage.hosting, noHosting }));
}

/** Deployed, the cron trigger runs each minute; Miniflare leaves that to whoever started it. */
function clockwork({ edge }: Stage): { name: string; stop: () => Promise<void> } {
  const timer = setInterval(() => {
    edge
      .runCron()
      .catch((fault: unknown) => console.error(`Zadanie cykliczne nie powiodło się (${join(edge.dir, 'edge.log')}):`, fault));
  }, MINUTE);
  return { name: 'zegar', stop: async () => clearInterval(timer) };
}
