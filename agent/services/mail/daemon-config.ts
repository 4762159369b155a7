import { READERS } from './mail-db.ts';

type Clause = { pattern: RegExp; without: string };

/** What Dovecot's whole configuration (`doveconf`) must say, and what goes wrong without it. */
const SETTINGS: readonly Clause[] = [
  {
    pattern: /^auth_cache_size = 0\s*B?$/m,
    without: 'brakuje „auth_cache_size = 0”, więc odebrany dostęp może jeszcze przez chwilę wpuszczać',
  },
  {
    pattern: /^verbose_proctitle = yes$/m,
    without: 'brakuje „verbose_proctitle = yes”, więc po awarii Dovecota agent nie zobaczy starych sesji',
  },
  {
    pattern: /^service imap \{[^}]*^ {2}client_limit = 1$/m,
    without:
      'jeden proces imap obsługuje kilka osób (client_limit), więc nie da się zakończyć sesji jednej z nich; ustaw client_limit = 1',
  },
  {
    pattern: /^imap_hibernate_timeout = 0$/m,
    without: 'sesje są usypiane (imap_hibernate_timeout), więc agent nie zobaczy, czy się skończyły; ustaw 0',
  },
  { pattern: /^ssl = required$/m, without: 'brakuje „ssl = required”, więc hasła mogą iść bez szyfrowania' },
  {
    pattern: /^service \S+ \{[^}]*executable = \S*perl \S*end-refused\.pl \/\S+ \d/m,
    without: 'brakuje usługi z end-refused.pl, więc bez agenta otwarta sesja nie skończy się razem z dostępem',
  },
  {
    pattern: /^service \S+ \{[^}]*end-refused\.pl [^}]*^ {2}idle_kill = 4294967295 secs$/m,
    without: 'usługa z end-refused.pl nie ma „idle_kill = 4294967295s”, więc Dovecot zakończy ją po minucie',
  },
];

/** Says in Polish what is missing. `acl` is the text of the global ACL file, null where there is none. */
export function missingFromConfig(doveconf: string, acl: string | null): string[] {
  const missing = SETTINGS.filter(({ pattern }) => !pattern.test(doveconf)).map(({ without }) => without);
  const plugins = imapPlugins(doveconf);
  if (!plugins.includes('acl') || !isReadersRule(acl))
    missing.push(
      `wtyczka acl nie ogranicza grupy ${READERS} („* group-override=${READERS} lr”), więc „tylko czytanie” nie działa`,
    );
  if (plugins.includes('imap_acl'))
    missing.push('wtyczka imap_acl pozwala osobom przekazywać uprawnienia dalej; usuń ją z mail_plugins');
  return missing;
}

function imapPlugins(doveconf: string): string[] {
  const own = /^protocol imap \{[^}]*?^\s+mail_plugins = ([^\n]*)$/ms.exec(doveconf)?.[1];
  return (own ?? /^mail_plugins = ([^\n]*)$/m.exec(doveconf)?.[1] ?? '').split(/\s+/);
}

function isReadersRule(acl: string | null): boolean {
  const rules = (acl ?? '').split('\n').filter((line) => line.includes(`=${READERS}`));
  return rules.length === 1 && rules[0]?.trim() === `* group-override=${READERS} lr`;
}

/** What both queries must ask, and what goes wrong without it. */
const CLAUSES: readonly Clause[] = [
  {
    pattern: /expires\s+IS\s+NULL\s+OR\s+expires\s*>\s*unixepoch\(\)/i,
    without: 'nie sprawdza końca dostępu (expires), więc dostęp nie skończy się bez agenta',
  },
  { pattern: /\bactive\s*=\s*1\b/i, without: 'nie sprawdza kosza (active), więc skrzynka w koszu nadal wpuszcza' },
  {
    pattern: /service\s+IS\s+NULL\s+OR\s+service\s*=\s*'%s'/i,
    without: 'nie sprawdza usługi (service), więc dostęp do skrzynki otwiera też inne usługi niż IMAP',
  },
];

/** Says in Polish what is missing from the file that Dovecot's passdb and userdb name. */
export function missingFromQueries(text: string, expected: { mailDb: string; mailRoot: string }): string[] {
  const missing = ['password_query', 'user_query'].flatMap((name) => {
    const query = new RegExp(`^${name}\\s*=\\s*(.*(?:\\\\\\n.*)*)`, 'm').exec(text)?.[1] ?? '';
    return CLAUSES.filter(({ pattern }) => !pattern.test(query)).map(({ without }) => `${name} ${without}`);
  });
  if (!text.includes(`connect = ${expected.mailDb}\n`)) missing.push(`connect nie wskazuje ${expected.mailDb}`);
  if (!text.includes(`'${expected.mailRoot}' || home`)) missing.push(`user_query nie szuka skrzynek w ${expected.mailRoot}`);
  return missing;
}
