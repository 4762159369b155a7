import type { Finding } from '../finding.ts';
import { MariadbError } from './faults.ts';
import { findOrphans } from './orphans.ts';
import { hasEvent } from './schema.ts';
import { type Row, Server } from './server.ts';

const SWITCHES = [
  {
    variable: 'event_scheduler',
    about: 'Koniec dostępu do baz',
    well: 'MariaDB sama pilnuje końca dostępu, także bez agenta',
    wrong:
      'Planista zdarzeń nie działa, więc bez agenta dostęp nie skończy się na czas. Ustaw event_scheduler = ON w konfiguracji MariaDB i uruchom ją ponownie.',
  },
  {
    variable: 'skip_name_resolve',
    about: 'Nazwy komputerów w MariaDB',
    well: 'MariaDB nie zamienia adresów na nazwy',
    wrong:
      'MariaDB zamienia adresy na nazwy, więc konto innej osoby może przesłonić nadany dostęp. Ustaw skip_name_resolve w konfiguracji MariaDB i uruchom ją ponownie.',
  },
  {
    variable: 'have_ssl',
    about: 'Szyfrowanie połączeń z bazami',
    well: 'MariaDB przyjmuje połączenia szyfrowane',
    wrong:
      'MariaDB nie ma certyfikatu, więc nikt z nadanym dostępem się nie połączy. Ustaw ssl_cert i ssl_key w konfiguracji MariaDB i uruchom ją ponownie.',
  },
] as const;

/** What the agent does in MariaDB, and what it is called there. */
const RIGHTS = ['CREATE USER', 'PROCESS', 'CONNECTION ADMIN', 'EVENT', 'CREATE', 'DROP', 'SELECT', 'CREATE ROUTINE', 'EXECUTE'];

/** Looks at everything an access to a database depends on, in plain Polish. */
export async function examineDatabases({ socket }: { socket: string }): Promise<Finding[]> {
  const server = new Server(socket);
  try {
    const [row = {}] = await server.look('SELECT @@event_scheduler, @@skip_name_resolve, @@have_ssl');
    return [
      { ok: true, about: 'MariaDB', words: 'odpowiada' },
      ...SWITCHES.map(examineSwitch(row)),
      await examineEvent(server),
      await examineNotes(server),
      await examineRights(server),
    ];
  } catch (error) {
    const code = error instanceof MariadbError ? error.code : 'nieznany błąd';
    return [
      {
        ok: false,
        about: 'MariaDB',
        words: `Nie odpowiada przez ${socket} (${code}). Uruchom MariaDB, a konto root zostaw z logowaniem przez unix_socket.`,
      },
    ];
  } finally {
    await server.close();
  }
}

const examineSwitch =
  (row: Row) =>
  ({ variable, about, well, wrong }: (typeof SWITCHES)[number]): Finding => {
    const ok = ['ON', 'YES', '1'].includes(String(row[`@@${variable}`]));
    return { ok, about, words: ok ? well : wrong };
  };

async function examineEvent(server: Server): Promise<Finding> {
  const ok = await hasEvent((sql, values) => server.look(sql, values));
  return {
    ok,
    about: 'Zdarzenie klucznik.sweep',
    words: ok ? 'jest włączone' : 'Nie ma go albo jest wyłączone. Agent założy je i włączy, gdy ruszy: klucznik-agent run',
  };
}

const MOST_NAMES = 10;

async function examineNotes(server: Server): Promise<Finding> {
  const lost = await findOrphans((sql, values) => server.look(sql, values));
  const names = lost.length > MOST_NAMES ? [...lost.slice(0, MOST_NAMES), `i ${lost.length - MOST_NAMES} dalszych`] : lost;
  return {
    ok: lost.length === 0,
    about: 'Zapiski o dostępach do baz',
    words:
      lost.length === 0
        ? 'MariaDB ma je o każdym koncie z Klucznika'
        : `W MariaDB nie ma zapisków o kontach: ${names.join(', ')}. Klucznik nie zakończy tych dostępów na czas i nie może ich odebrać. Odtwórz z kopii bazę klucznik. Gdy nie masz kopii, usuń te konta (DROP USER 'nazwa'@'%'): przy każdym dostępie Panel powie wtedy, że trzeba wysłać nowe zaproszenie.`,
  };
}

async function examineRights(server: Server): Promise<Finding> {
  const rows = await server.look(
    `SELECT PRIVILEGE_TYPE AS name, IS_GRANTABLE AS grantable FROM information_schema.USER_PRIVILEGES
      WHERE GRANTEE = CONCAT(QUOTE(SUBSTRING_INDEX(CURRENT_USER(), '@', 1)), '@', QUOTE(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)))`,
  );
  const held = new Set(rows.filter(({ grantable }) => grantable === 'YES').map(({ name }) => String(name)));
  const missing = RIGHTS.filter((right) => !held.has(right));
  return {
    ok: missing.length === 0,
    about: 'Prawa agenta w MariaDB',
    words: missing.length === 0 ? 'wystarczą' : `Brakuje: ${missing.join(', ')}. Nadaj je kontu root z WITH GRANT OPTION.`,
  };
}
