import { type AgentConfig, folderOf, identityPath, readIdentity } from '../config.ts';
import { describePath, readText } from '../system/files.ts';
import { knock } from '../system/knock.ts';
import { run } from '../system/run.ts';
import { openDatabase } from '../system/sqlite.ts';
import { describeLink } from './status.ts';

export type Finding = { ok: boolean; about: string; words: string };

/** Looks at everything an access depends on, and says in plain Polish what is well and what to do about the rest. */
export async function examine(config: AgentConfig, send: typeof fetch = fetch): Promise<Finding[]> {
  return [
    examineIdentity(config),
    examineAccessDb(config),
    examineCustomers(config),
    examineDaemonConfig(config),
    await examineDaemon(config),
    await examineScoreboard(config),
    await examineEdge(config, send),
    examineLink(config),
  ];
}

const finding = (about: string, wrong: string | null, well: string): Finding => ({
  ok: wrong === null,
  about,
  words: wrong ?? well,
});

function examineIdentity(config: AgentConfig): Finding {
  const who = readIdentity(config);
  const file = describePath(identityPath(config));
  const wrong = !who.ok
    ? `${who.why}. Przyłącz serwer poleceniem enrol.`
    : file?.mode !== 0o600
      ? `Klucz może czytać ktoś poza rootem. Popraw: chmod 600 ${identityPath(config)}`
      : null;
  return finding('Klucz serwera', wrong, 'jest i czyta go tylko root');
}

function examineAccessDb(config: AgentConfig): Finding {
  const path = config.ftp.accessDb;
  const file = describePath(path);
  if (file === null)
    return finding('Baza dostępów', `Nie ma pliku ${path}. Powstanie przy pierwszym uruchomieniu agenta (run).`, '');
  if ((file.mode & 0o077) !== 0)
    return finding('Baza dostępów', `Plik może czytać ktoś poza rootem. Popraw: chmod 600 ${path}`, '');
  try {
    const db = openDatabase(path, 'read-only');
    const rows = Number(db.prepare('SELECT count(*) AS n FROM users WHERE gen IS NOT NULL').get()?.n ?? 0);
    db.close();
    return finding('Baza dostępów', null, `otwiera się, dostępów: ${rows}`);
  } catch {
    return finding(
      'Baza dostępów',
      `Pliku ${path} nie da się otworzyć jako bazy. Zatrzymaj agenta i odtwórz plik z kopii albo go usuń – agent zbuduje go od nowa.`,
      '',
    );
  }
}

function examineCustomers(config: AgentConfig): Finding {
  const root = config.ftp.customersRoot;
  const wrong = describePath(root)?.directory ? null : `Nie ma katalogu ${root}. Popraw ftp.customersRoot w konfiguracji.`;
  return finding('Katalogi klientów', wrong, `są w ${root}`);
}

/** What ProFTPD's configuration must say, and what goes wrong without it. */
const CLAUSES = [
  {
    pattern: /^\s*SQLUserWhereClause\s.*expires\s+IS\s+NULL\s+OR\s+expires\s*>\s*unixepoch\(\)/im,
    without: 'SQLUserWhereClause nie sprawdza końca dostępu (expires), więc dostęp nie skończy się bez agenta',
  },
  { pattern: /^\s*DefaultRoot\s+~/im, without: 'brakuje „DefaultRoot ~”, więc osoby nie są zamknięte w swoim katalogu' },
  {
    pattern: /^\s*AllowChrootSymlinks\s+off/im,
    without: 'brakuje „AllowChrootSymlinks off”, więc podmieniony katalog może wyprowadzić poza serwer klienta',
  },
  {
    pattern: /^\s*AllowGroup\s+klucznik-write/im,
    without: 'zapis nie jest ograniczony do grupy klucznik-write, więc „tylko czytanie” nie działa',
  },
  { pattern: /^\s*TLSRequired\s+on/im, without: 'brakuje „TLSRequired on”, więc hasła mogą iść bez szyfrowania' },
] as const;

function examineDaemonConfig(config: AgentConfig): Finding {
  const path = config.ftp.daemonConfig;
  const text = readText(path);
  if (text === null)
    return finding('Konfiguracja ProFTPD', `Nie ma pliku ${path}. Popraw ftp.daemonConfig w konfiguracji agenta.`, '');
  const missing: string[] = CLAUSES.filter(({ pattern }) => !pattern.test(text)).map(({ without }) => without);
  if (!text.includes(config.ftp.accessDb)) missing.push(`SQLConnectInfo nie wskazuje ${config.ftp.accessDb}`);
  return finding(
    'Konfiguracja ProFTPD',
    missing.length > 0 ? `${path}: ${missing.join('; ')}` : null,
    'zamyka osoby w katalogach i sama pilnuje końca dostępu',
  );
}

async function examineDaemon(config: AgentConfig): Promise<Finding> {
  const { listenAddress: host, ftpsPort, sftpPort } = config.ftp;
  const [ftps, sftp] = await Promise.all([knock(host, ftpsPort, /^220/), knock(host, sftpPort, /^SSH-2/)]);
  const silent = [ftps ? [] : [`FTPS (port ${ftpsPort})`], sftp ? [] : [`SFTP (port ${sftpPort})`]].flat();
  return finding(
    'Serwer plików',
    silent.length > 0 ? `Nie odpowiada: ${silent.join(', ')}. Uruchom ProFTPD i sprawdź jego dziennik.` : null,
    'odpowiada po FTPS i SFTP',
  );
}

async function examineScoreboard(config: AgentConfig): Promise<Finding> {
  const result = await run('ftpwho', ['-f', config.ftp.scoreboard, '-o', 'json']);
  const wrong =
    result.code === 0
      ? null
      : `Nie da się odczytać listy sesji (${config.ftp.scoreboard}). Bez niej agent nie zakończy otwartych sesji.`;
  return finding('Lista sesji', wrong, `czytelna, sprawdzanie w katalogu ${folderOf(config.ftp.scoreboard)}`);
}

const MOST_SKEW_S = 30;

async function examineEdge(config: AgentConfig, send: typeof fetch): Promise<Finding> {
  try {
    const response = await send(new URL('/', config.url), { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    const theirs = Date.parse(response.headers.get('date') ?? '');
    const skew = Number.isNaN(theirs) ? 0 : Math.round(Math.abs(Date.now() - theirs) / 1000);
    const wrong =
      skew > MOST_SKEW_S
        ? `Zegar różni się od zegara Klucznika o ${skew} s, a od niego zależy koniec dostępu. Włącz synchronizację czasu (NTP).`
        : null;
    return finding('Klucznik i zegar', wrong, `${config.url} odpowiada, zegar jest zgodny`);
  } catch {
    return finding('Klucznik i zegar', `${config.url} nie odpowiada. Sprawdź adres, DNS i zaporę.`, '');
  }
}

function examineLink(config: AgentConfig): Finding {
  const link = describeLink(config);
  return finding('Połączenie agenta', link.ok ? null : `Agent: ${link.words}.`, link.words);
}
