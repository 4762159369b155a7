import { parseArgs } from 'node:util';
import { startAgent } from '../agent.ts';
import { type AgentConfig, defaultConfigPath, readConfig, readIdentity } from '../config.ts';
import { readStdin, readText } from '../system/files.ts';
import { examine } from './doctor.ts';
import { enrol } from './enrol.ts';
import { status } from './status.ts';

const USAGE = `Agent Klucznika

  klucznik-agent enrol [--url https://…] --token-file PLIK|-   przyłącza ten serwer (kod z pliku albo ze standardowego wejścia)
  klucznik-agent run                                           pracuje, aż go zatrzymasz
  klucznik-agent status                                        mówi, co teraz robi
  klucznik-agent doctor                                        sprawdza wszystko, od czego zależą dostępy

  --config PLIK   plik konfiguracji (bez tego: ${defaultConfigPath})`;

type Options = { config?: string | undefined; url?: string | undefined; 'token-file'?: string | undefined };

const COMMANDS: Record<string, (config: AgentConfig, options: Options) => Promise<number>> = {
  async enrol(config, options) {
    const source = options['token-file'];
    const token = (source === undefined ? null : source === '-' ? readStdin() : readText(source))?.trim();
    if (!token) return say(2, 'Podaj kod przyłączenia: --token-file PLIK albo --token-file - (standardowe wejście).');
    const result = await enrol(options.url ? { ...config, url: options.url } : config, token);
    return result.ok
      ? say(0, `Serwer przyłączony (${result.value.hostId}). Teraz uruchom: klucznik-agent run`)
      : say(1, result.why);
  },
  async run(config) {
    const who = readIdentity(config);
    if (!who.ok) return say(1, `${who.why}. Przyłącz serwer poleceniem enrol.`);
    const agent = startAgent({ config, who: who.value });
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    });
    await agent.stop();
    return 0;
  },
  async status(config) {
    const { ok, lines } = status(config);
    return say(ok ? 0 : 1, ...lines);
  },
  async doctor(config) {
    const findings = await examine(config);
    const wrong = findings.filter(({ ok }) => !ok).length;
    const lines = findings.map(({ ok, about, words }) => `${ok ? '✓' : '✗'} ${about}: ${words}`);
    return say(wrong === 0 ? 0 : 1, ...lines, wrong === 0 ? 'Wszystko w porządku.' : `Do poprawienia: ${wrong}`);
  },
};

function say(code: number, ...lines: string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return code;
}

/** Does what the command line says; gives the exit code. */
export async function main(): Promise<number> {
  const { positionals, values } = readArguments();
  const command = COMMANDS[positionals[0] ?? ''];
  if (command === undefined) return say(2, USAGE);
  const config = readConfig(values.config ?? defaultConfigPath);
  return config.ok ? command(config.value, values) : say(1, config.why);
}

function readArguments(): { positionals: string[]; values: Options } {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { config: { type: 'string' }, url: { type: 'string' }, 'token-file': { type: 'string' } },
    });
  } catch {
    // An unknown option gets the same help as an unknown command.
    return { positionals: [], values: {} };
  }
}
