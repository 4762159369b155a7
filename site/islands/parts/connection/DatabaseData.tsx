import type { ConnectionTo } from '../../../settings/connection.ts';
import { phpMyAdminAddress } from '../../../settings/phpmyadmin.ts';
import { isOdd } from '../../../words/names.ts';
import { Copy } from '../Copy.tsx';

/** The way in by phpMyAdmin, and what goes into any other program for databases. */
export function DatabaseData({ connection }: { connection: ConnectionTo<'database'> }) {
  const { user, name, database } = connection;
  const address = phpMyAdminAddress(connection);
  return (
    <>
      {address ? (
        <>
          <h3>W przeglądarce – phpMyAdmin</h3>
          <p>
            Przy logowaniu wpisz nazwę użytkownika <code>{user}</code> i hasło do tego dostępu. phpMyAdmin otworzy od razu
            właściwą bazę.
          </p>
          <p class="acts">
            <a class="button" href={address} target="_blank" rel="noopener noreferrer">
              Otwórz phpMyAdmin
            </a>
          </p>
        </>
      ) : null}
      <Copy name="Nazwa użytkownika" value={user} />
      <h3>W innym programie</h3>
      <p class="hint">
        Na przykład DBeaver lub HeidiSQL. Rodzaj bazy: MariaDB. Włącz w nim TLS (SSL) – bez szyfrowania serwer odmówi.
      </p>
      <Copy name="Serwer (host)" value={database.host} />
      <Copy name="Port" value={String(database.port)} />
      <Copy name="Nazwa bazy" value={name} />
      {isOdd(name) ? <p class="hint">W nazwie są znaki, których nie widać. Skopiuj ją, nie przepisuj.</p> : null}
      <Copy name="Odcisk certyfikatu (SHA-256)" value={database.certificatePrint} />
    </>
  );
}
