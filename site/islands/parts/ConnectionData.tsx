import type { Connection } from '../../../contract/index.ts';
import { fileZillaSites } from '../../settings/filezilla.ts';
import { winScpSessions } from '../../settings/winscp.ts';
import { Copy } from './Copy.tsx';

function download(name: string, type: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Everything to copy into a file transfer program, and ready settings for two of them; never a password. */
export function ConnectionData({ connection, keyOnly = false }: { connection: Connection | null; keyOnly?: boolean }) {
  if (!connection) return null;
  const { user, ftp } = connection;
  return (
    <section class="connection">
      <h2>Dane do połączenia</h2>
      <Copy name="Serwer (host)" value={ftp.host} />
      <Copy name="Nazwa użytkownika" value={user} />
      <h3>SFTP</h3>
      <p class="hint">Szyfrowane połączenie, które zna większość programów. Działa z hasłem i z kluczem.</p>
      <Copy name="Port SFTP" value={String(ftp.sftpPort)} />
      <Copy name="Odcisk klucza serwera – porównaj przy pierwszym połączeniu" value={ftp.hostKeyPrint} />
      {keyOnly ? null : (
        <>
          <h3>FTPS</h3>
          <p class="hint">FTP z szyfrowaniem. W programie wybierz „wymagaj jawnego FTP przez TLS”.</p>
          <Copy name="Port FTPS" value={String(ftp.ftpsPort)} />
          <Copy name="Odcisk certyfikatu (SHA-256)" value={ftp.certificatePrint} />
        </>
      )}
      <h3>Gotowe ustawienia</h3>
      <p class="hint">
        W plikach nie ma hasła – program zapyta o nie przy połączeniu. FileZilla: „Plik → Importuj”. WinSCP: „Narzędzia → Importuj
        witryny → plik INI”.
      </p>
      <p class="acts">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => download(`klucznik-${user}-filezilla.xml`, 'application/xml', fileZillaSites(connection, keyOnly))}
        >
          Pobierz dla FileZilla
        </button>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => download(`klucznik-${user}-winscp.ini`, 'text/plain', winScpSessions(connection, keyOnly))}
        >
          Pobierz dla WinSCP
        </button>
      </p>
    </section>
  );
}
