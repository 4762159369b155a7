import { z } from 'zod';
import { type AgentConfig, journalPath, linkStatePath } from '../config.ts';
import { describePath, readText } from '../system/files.ts';
import { isRunning } from '../system/processes.ts';
import { openDatabase } from '../system/sqlite.ts';

const linkState = z.object({ state: z.enum(['connected', 'lost', 'not-enrolled', 'replaced']), at: z.number(), pid: z.int() });

const LINK_WORDS = {
  connected: 'połączony z Klucznikiem',
  lost: 'bez połączenia, ponawia próby',
  'not-enrolled': 'Klucznik nie rozpoznaje tego serwera – przyłącz go od nowa poleceniem enrol',
  replaced: 'inny agent połączył się jako ten sam serwer – zatrzymaj jeden z nich',
} as const;

/** What the agent is doing, in lines an operator reads. `ok` is true when it runs and is connected. */
export function status(config: AgentConfig): { ok: boolean; lines: string[] } {
  const link = describeLink(config);
  return { ok: link.ok, lines: [`Agent: ${link.words}`, `Adres Klucznika: ${config.url}`, ...describeWork(config)] };
}

export function describeLink(config: AgentConfig): { ok: boolean; words: string } {
  const parsed = linkState.safeParse(parse(readText(linkStatePath(config))));
  if (!parsed.success) return { ok: false, words: 'jeszcze nie był połączony' };
  const { state, at, pid } = parsed.data;
  const runs = isRunning(pid, 'node') || isRunning(pid, 'MainThread');
  const since = new Intl.DateTimeFormat('pl', { dateStyle: 'long', timeStyle: 'short' }).format(at);
  return runs
    ? { ok: state === 'connected', words: `${LINK_WORDS[state]} (od: ${since})` }
    : { ok: false, words: `nie działa (ostatni ślad: ${since})` };
}

function describeWork(config: AgentConfig): string[] {
  if (describePath(journalPath(config)) === null) return ['Dziennik: pusty, agent jeszcze nie pracował'];
  const db = openDatabase(journalPath(config), 'read-only');
  try {
    const count = (where: string) => Number(db.prepare(`SELECT count(*) AS n FROM entry WHERE ${where}`).get()?.n ?? 0);
    return [
      `Dostępy w dzienniku: ${count('1')}`,
      `W trakcie: ${count("step NOT IN ('done', 'acked') AND refused IS NULL")}`,
      `Gotowe, czekają na potwierdzenie Klucznikowi: ${count("step = 'done'")}`,
      `Odrzucone, czekają na zmianę: ${count('refused IS NOT NULL')}`,
    ];
  } finally {
    db.close();
  }
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
