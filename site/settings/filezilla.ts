import { type ConnectionTo, type Entry, entriesOf } from './connection.ts';
import { escaped } from './xml.ts';

/** FileZilla's own numbers: FTP over explicit TLS and SFTP; „ask for the password” and „interactive” (a key from the agent) as ways of signing in. */
const PROTOCOL = { ftps: 4, sftp: 1 } as const;
const LOGON = { password: 2, key: 3 } as const;

const server = ({ name, protocol, host, port, user }: Entry, logon: number) => `    <Server>
      <Host>${escaped(host)}</Host>
      <Port>${port}</Port>
      <Protocol>${PROTOCOL[protocol]}</Protocol>
      <Type>0</Type>
      <User>${escaped(user)}</User>
      <Logontype>${logon}</Logontype>
      <PasvMode>MODE_DEFAULT</PasvMode>
      <EncodingType>UTF-8</EncodingType>
      <BypassProxy>0</BypassProxy>
      <Name>${escaped(name)}</Name>
      <SyncBrowsing>0</SyncBrowsing>
      <DirectoryComparison>0</DirectoryComparison>
    </Server>`;

/** A file for FileZilla's „Plik → Importuj”: both connections, with the password asked for at each sign-in. */
export const fileZillaSites = (
  connection: ConnectionTo<'ftp'>,
  keyOnly = false,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<FileZilla3>
  <Servers>
${entriesOf(connection, keyOnly)
  .map((entry) => server(entry, keyOnly ? LOGON.key : LOGON.password))
  .join('\n')}
  </Servers>
</FileZilla3>
`;
