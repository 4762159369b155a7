import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { canRunHosting } from '../hosting/requirements.ts';
import { runCommand } from './process.ts';

export const CHROMIUM = '/usr/bin/chromium-headless-shell';

/** Debian packages that are not here: the hosting server's, and for tests also the FTP programs and the browser. */
export function missingPackages({ forTests }: { forTests: boolean }): string[] {
  const hosting = canRunHosting({ clients: true });
  const browser = forTests && !existsSync(CHROMIUM) ? ['chromium-headless-shell'] : [];
  return [...(hosting.ok ? [] : hosting.packages), ...browser];
}

/** The line that a person with rights would run. */
export const aptLine = (packages: readonly string[]): string =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

export type Installing = { ok: true } | { ok: false; why: 'not-root' | 'no-apt' | 'failed'; output: string };

/** Installs packages when this is root on Debian; says why not otherwise. */
export async function installPackages(packages: readonly string[], onOutput?: (text: string) => void): Promise<Installing> {
  if (process.getuid?.() !== 0) return { ok: false, why: 'not-root', output: '' };
  if (!existsSync('/usr/bin/apt-get')) return { ok: false, why: 'no-apt', output: '' };
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, ...(onOutput ? { onOutput } : {}) };
  const update = await runCommand('apt-get', ['-q', 'update'], options);
  // A mirror that is partly down still has most packages, so only the installation decides.
  const install = await withoutStartingDaemons(() =>
    runCommand('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...packages], options),
  );
  return install.ok ? { ok: true } : { ok: false, why: 'failed', output: update.output + install.output };
}

const POLICY = '/usr/sbin/policy-rc.d';

/** Debian starts a daemon as soon as its package is there; nobody who runs tests asked for FTP on port 21. */
async function withoutStartingDaemons<T>(act: () => Promise<T>): Promise<T> {
  if (existsSync(POLICY)) return act();
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await act();
  } finally {
    rmSync(POLICY, { force: true });
  }
}
