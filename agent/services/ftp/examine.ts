import { describePath, readText } from '../../system/files.ts';
import { knock } from '../../system/knock.ts';
import { run } from '../../system/run.ts';
import { openDatabase } from '../../system/sqlite.ts';
import { type Finding, finding } from '../finding.ts';

export type FtpExamineOptions = {
  customersRoot: string;
  accessDb: string;
  scoreboard: string;
  ftpsPort: number;
  sftpPort: number;
  daemonConfig: string;
  listenAddress: string;
};

/** Looks at everything an access to files depends on, in plain Polish. */
export async function examineFtp(options: FtpExamineOptions): Promise<Finding[]> {
  return [
    examineAccessDb(options),
    examineCustomers(options),
    examineDaemonConfig(options),
    await examineDaemon(options),
    await examineScoreboard(options),
  ];
}

function examineAccessDb(options: FtpExamineOptions): Finding {
  const path = options.accessDb;
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

function examineCustomers(options: FtpExamineOptions): Finding {
  const root = options.customersRoot;
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

function examineDaemonConfig(options: FtpExamineOptions): Finding {
  const path = options.daemonConfig;
  const text = readText(path);
  if (text === null)
    return finding('Konfiguracja ProFTPD', `Nie ma pliku ${path}. Popraw ftp.daemonConfig w konfiguracji agenta.`, '');
  const missing: string[] = CLAUSES.filter(({ pattern }) => !pattern.test(text)).map(({ without }) => without);
  if (!text.includes(options.accessDb)) missing.push(`SQLConnectInfo nie wskazuje ${options.accessDb}`);
  return finding(
    'Konfiguracja ProFTPD',
    missing.length > 0 ? `${path}: ${missing.join('; ')}` : null,
    'zamyka osoby w katalogach i sama pilnuje końca dostępu',
  );
}

async function examineDaemon(options: FtpExamineOptions): Promise<Finding> {
  const { listenAddress: host, ftpsPort, sftpPort } = options;
  const [ftps, sftp] = await Promise.all([knock(host, ftpsPort, /^220/), knock(host, sftpPort, /^SSH-2/)]);
  const silent = [ftps ? [] : [`FTPS (port ${ftpsPort})`], sftp ? [] : [`SFTP (port ${sftpPort})`]].flat();
  return finding(
    'Serwer plików',
    silent.length > 0 ? `Nie odpowiada: ${silent.join(', ')}. Uruchom ProFTPD i sprawdź jego dziennik.` : null,
    'odpowiada po FTPS i SFTP',
  );
}

async function examineScoreboard(options: FtpExamineOptions): Promise<Finding> {
  const result = await run('ftpwho', ['-f', options.scoreboard, '-o', 'json']);
  const wrong =
    result.code === 0
      ? null
      : `Nie da się odczytać listy sesji (${options.scoreboard}). Bez niej agent nie zakończy otwartych sesji.`;
  return finding('Lista sesji', wrong, `czytelna: ${options.scoreboard}`);
}
