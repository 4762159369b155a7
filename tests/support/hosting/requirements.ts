import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian packages and a file that each of them brings. */
const NEEDS = [
  { package: 'proftpd-core', file: '/usr/sbin/proftpd' },
  { package: 'proftpd-mod-crypto', file: '/usr/lib/proftpd/mod_sftp.so' },
  { package: 'proftpd-mod-sqlite', file: '/usr/lib/proftpd/mod_sql_sqlite.so' },
  { package: 'mariadb-server', file: '/usr/sbin/mariadbd' },
  { package: 'mariadb-client', program: 'mariadb' },
  { package: 'phpmyadmin', file: '/usr/share/phpmyadmin/index.php' },
  { package: 'dovecot-core', file: '/usr/sbin/dovecot' },
  { package: 'dovecot-imapd', file: '/usr/lib/dovecot/imap' },
  { package: 'dovecot-sqlite', file: '/usr/lib/dovecot/modules/libdriver_sqlite.so' },
  { package: 'pdns-server', file: '/usr/sbin/pdns_server' },
  { package: 'pdns-backend-sqlite3', file: '/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql' },
  { package: 'openssl', program: 'openssl' },
  { package: 'openssh-client', program: 'ssh-keygen' },
] as const;
const CLIENTS = [
  { package: 'bind9-dnsutils', program: 'dig' },
  { package: 'curl', program: 'curl' },
  { package: 'lftp', program: 'lftp' },
  { package: 'openssh-client', program: 'sftp' },
  { package: 'unzip', program: 'unzip' },
] as const;

export type Readiness = { ok: true } | { ok: false; why: string; packages: string[]; aptLine: string | null };

/** Says in Polish what is missing to run a hosting server here; `clients` asks for the FTP programs of the tests too. */
export function canRunHosting(options: { clients?: boolean } = {}): Readiness {
  const wanted = options.clients ? [...NEEDS, ...CLIENTS] : NEEDS;
  const packages = [...new Set(wanted.filter((need) => !isHere(need)).map((need) => need.package))];
  if (packages.length > 0) {
    const aptLine = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    return { ok: false, why: `Brakuje pakietów: ${packages.join(', ')}. Uruchom jako root: ${aptLine}`, packages, aptLine };
  }
  if (process.getuid?.() !== 0) {
    return {
      ok: false,
      why: 'Serwer plików musi startować jako root, bo zamyka każdą osobę w jej katalogu (chroot). Uruchom to samo polecenie jako root.',
      packages: [],
      aptLine: null,
    };
  }
  return { ok: true };
}

function isHere(need: { file: string } | { program: string }): boolean {
  const candidates =
    'file' in need ? [need.file] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, need.program));
  return candidates.some((path) => {
    try {
      accessSync(path, constants.R_OK);
      return true;
    } catch {
      return false;
    }
  });
}
