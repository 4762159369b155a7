import { describePath, readText } from '../../system/files.ts';
import { run } from '../../system/run.ts';
import { openDatabase } from '../../system/sqlite.ts';
import { titled } from '../../system/titles.ts';
import { type Finding, finding } from '../finding.ts';
import { missingFromConfig, missingFromQueries } from './daemon-config.ts';

export type MailExamineOptions = { mailDb: string; mailRoot: string; daemonConfig: string; imapsPort: number };

/** Looks at everything that access to mailboxes depends on, and says in plain Polish what is well and what to do about the rest. */
export async function examineMail(options: MailExamineOptions): Promise<Finding[]> {
  return [
    examineMailDb(options.mailDb),
    examineMailRoot(options.mailRoot),
    await examineConfig(options),
    examineQueries(options, await readSqlFile(options.daemonConfig)),
    await examineDaemon(options),
    examineWatch(options),
  ];
}

function examineMailDb(path: string): Finding {
  const about = 'Baza skrzynek';
  const file = describePath(path);
  if (file === null) return finding(about, `Nie ma pliku ${path}. Powstanie przy pierwszym uruchomieniu agenta (run).`, '');
  if ((file.mode & 0o077) !== 0) return finding(about, `Plik może czytać ktoś poza rootem. Popraw: chmod 600 ${path}`, '');
  try {
    const db = openDatabase(path, 'read-only');
    const rows = Number(db.prepare('SELECT count(*) AS n FROM sign_in').get()?.n ?? 0);
    db.close();
    return finding(about, null, `otwiera się, kont do logowania: ${rows}`);
  } catch {
    return finding(about, `Pliku ${path} nie da się otworzyć jako bazy. Zatrzymaj agenta i odtwórz plik z kopii.`, '');
  }
}

function examineMailRoot(path: string): Finding {
  const folder = describePath(path);
  const wrong = !folder?.directory
    ? `Nie ma katalogu ${path}. Popraw mail.mailRoot w konfiguracji.`
    : folder.uid !== 0 || (folder.mode & 0o022) !== 0
      ? `Katalog może zmieniać ktoś poza rootem. Popraw: chown root ${path} && chmod 711 ${path}`
      : (folder.mode & 0o001) === 0
        ? `Dovecot nie przejdzie przez ten katalog do skrzynek. Popraw: chmod 711 ${path}`
        : null;
  return finding('Katalog poczty', wrong, `jest w ${path}`);
}

async function examineConfig({ daemonConfig }: MailExamineOptions): Promise<Finding> {
  const about = 'Konfiguracja Dovecota';
  const { code, stdout } = await run('doveconf', ['-c', daemonConfig]);
  if (code !== 0)
    return finding(about, `Nie da się odczytać ${daemonConfig}. Popraw mail.daemonConfig w konfiguracji agenta.`, '');
  const acl = /^\s*acl = vfile:([^:\s]+)/m.exec(stdout)?.[1];
  const missing = missingFromConfig(stdout, acl === undefined ? null : readText(acl));
  const wrong = missing.length > 0 ? `${daemonConfig}: ${missing.join('; ')}` : null;
  return finding(about, wrong, 'pyta o każde logowanie na nowo i pilnuje, kto tylko czyta');
}

function examineQueries({ mailDb, mailRoot }: MailExamineOptions, text: string | null): Finding {
  const about = 'Zapytania Dovecota';
  if (text === null) return finding(about, 'Dovecot nie szuka osób w bazie SQL. Ustaw passdb i userdb ze sterownikiem sql.', '');
  const missing = missingFromQueries(text, { mailDb, mailRoot });
  return finding(about, missing.length > 0 ? missing.join('; ') : null, 'same pilnują końca dostępu, kosza i usługi');
}

async function readSqlFile(daemonConfig: string): Promise<string | null> {
  const { stdout } = await run('doveconf', ['-c', daemonConfig, 'passdb']);
  const path = /^\s*args = (\/\S+)/m.exec(stdout)?.[1];
  return path === undefined ? null : readText(path);
}

async function examineDaemon({ daemonConfig, imapsPort }: MailExamineOptions): Promise<Finding> {
  const { code } = await run('doveadm', ['-c', daemonConfig, 'who']);
  const wrong = code === 0 ? null : 'Dovecot nie odpowiada. Uruchom go i sprawdź jego dziennik.';
  return finding('Serwer poczty', wrong, `odpowiada (IMAP, port ${imapsPort})`);
}

function examineWatch({ mailRoot }: MailExamineOptions): Finding {
  const runs = titled('dovecot/perl ').some(({ uid, title }) => uid === 0 && title.includes(`end-refused.pl ${mailRoot} `));
  const wrong = runs
    ? null
    : 'Nie działa end-refused.pl (service klucznik), więc bez agenta otwarta sesja nie skończy się razem z dostępem.';
  return finding('Koniec otwartych sesji', wrong, 'pilnuje go sam Dovecot');
}
