import type { ConnectionTo } from '../../../settings/connection.ts';
import { fileZillaSites } from '../../../settings/filezilla.ts';
import { winScpSessions } from '../../../settings/winscp.ts';
import { Act } from '../Act.tsx';
import { Copy } from '../Copy.tsx';
import { download } from '../download.ts';

/** What goes into a file transfer program, and ready settings for two of them. */
export function FtpData({ connection, keyOnly }: { connection: ConnectionTo<'ftp'>; keyOnly: boolean }) {
  const { user, ftp } = connection;
  return (
    <>
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
        <Act
          tone="quiet"
          onAct={() => download(`klucznik-${user}-filezilla.xml`, 'application/xml', fileZillaSites(connection, keyOnly))}
        >
          Pobierz dla FileZilla
        </Act>
        <Act
          tone="quiet"
          onAct={() => download(`klucznik-${user}-winscp.ini`, 'text/plain', winScpSessions(connection, keyOnly))}
        >
          Pobierz dla WinSCP
        </Act>
      </p>
    </>
  );
}
