import type { Connection } from '../../contract/index.ts';

export type ConnectionTo<K extends Connection['kind']> = Extract<Connection, { kind: K }>;

/** One way into the server, as a file transfer program stores it. No password is ever part of it. */
export interface Entry {
  name: string;
  protocol: 'ftps' | 'sftp';
  host: string;
  port: number;
  user: string;
}

/** The ways in for one user: SFTP, and FTPS (explicit TLS) unless they sign in by key alone, which FTPS does not know. */
export function entriesOf({ user, ftp }: ConnectionTo<'ftp'>, keyOnly: boolean): readonly Entry[] {
  const sftp: Entry = { name: `${user} (SFTP)`, protocol: 'sftp', host: ftp.host, port: ftp.sftpPort, user };
  const ftps: Entry = { name: `${user} (FTPS)`, protocol: 'ftps', host: ftp.host, port: ftp.ftpsPort, user };
  return keyOnly ? [sftp] : [sftp, ftps];
}
