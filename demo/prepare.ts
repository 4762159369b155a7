import { canRunHosting } from '../tests/support/hosting/index.ts';
import { ensureBuilt } from '../tests/support/stage/built.ts';
import { aptLine, installPackages, missingPackages } from '../tests/support/stage/debian.ts';

type Say = (line: string) => void;

/** Installs what the hosting server needs, where that is allowed. Returns why there can be no hosting server, in Polish, or null. */
export async function prepareHosting(say: Say): Promise<string | null> {
  const packages = missingPackages({ forTests: false });
  if (packages.length > 0) {
    say(`Brakuje pakietów Debiana: ${packages.join(', ')}.`);
    if (process.getuid?.() === 0) say('Instaluję je (to potrwa około minuty)…');
    const installing = await installPackages(packages);
    if (!installing.ok) {
      if (installing.why === 'failed') say(installing.output.trimEnd());
      return `Zainstaluj jako root brakujące pakiety:\n    ${aptLine(packages)}`;
    }
  }
  const ready = canRunHosting({ clients: true });
  return ready.ok ? null : ready.why;
}

/** Builds the site and the worker where their sources changed. */
export async function prepareBuilds(say: Say): Promise<void> {
  for (const [part, name] of [
    ['site', 'stronę'],
    ['worker', 'program serwera'],
  ] as const) {
    const started = performance.now();
    const { built } = await ensureBuilt(part, { before: () => say(`Buduję ${name}…`) });
    if (built) say(`Gotowe po ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  }
}
