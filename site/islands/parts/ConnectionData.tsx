import type { ComponentType } from 'preact';
import type { Connection } from '../../../contract/index.ts';
import { later } from './later.tsx';

interface DataProps<C extends Connection = Connection> {
  connection: C;
  keyOnly: boolean;
}

/** How each kind is shown; a new kind is a file in `connection/` and a line here. */
const DATA: { [K in Connection['kind']]: ComponentType<DataProps<Extract<Connection, { kind: K }>>> } = {
  ftp: later(() => import('./connection/FtpData.tsx').then(({ FtpData }) => FtpData)),
  database: later(() => import('./connection/DatabaseData.tsx').then(({ DatabaseData }) => DatabaseData)),
  mailbox: later(() => import('./connection/MailboxData.tsx').then(({ MailboxData }) => MailboxData)),
};

/** Everything to copy into a program, with ready settings where there are any; never a password. */
export function ConnectionData({ connection, keyOnly = false }: { connection: Connection | null; keyOnly?: boolean }) {
  if (!connection) return null;
  const Data = DATA[connection.kind] as ComponentType<DataProps>;
  return (
    <section class="connection">
      <h2>Dane do połączenia</h2>
      <Data connection={connection} keyOnly={keyOnly} />
    </section>
  );
}
