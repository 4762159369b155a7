import { type ConnectionTo, type Entry, entriesOf } from './connection.ts';

/** WinSCP's own numbers: SFTP without falling back to SCP, FTP with explicit TLS. */
const SETTINGS = { sftp: ['FSProtocol=2'], ftps: ['FSProtocol=5', 'Ftps=3'] } as const;

/** WinSCP writes every character of a name that is not plain as %XX. */
const munged = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*~.]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const session = ({ name, protocol, host, port, user }: Entry) =>
  [
    `[Sessions\\${munged(name)}]`,
    `HostName=${host}`,
    `PortNumber=${port}`,
    `UserName=${munged(user)}`,
    ...SETTINGS[protocol],
  ].join('\r\n');

/** A file for WinSCP's „Narzędzia → Importuj sesje → plik INI”: both connections, no password. */
export const winScpSessions = (connection: ConnectionTo<'ftp'>, keyOnly = false): string =>
  `${entriesOf(connection, keyOnly).map(session).join('\r\n\r\n')}\r\n`;
