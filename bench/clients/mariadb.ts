import { readFileSync } from 'node:fs';
import { createConnection, type SqlError } from 'mariadb';
import type { OpenClient, SignIn } from './client.ts';

/** Access denied, host not allowed (no account for any host is left), access denied without a plugin, and account locked. */
const REFUSALS = [1045, 1130, 1698, 4151];

/** MariaDB over TCP with TLS, as any program signs in; the session waits without a statement, because the client would end one through a second sign-in. */
export const openMariadb: OpenClient = ({ hosting }) => {
  const server = hosting?.mariadb;
  if (!server) throw new Error('the stage has no MariaDB');
  const database = 'zielnik_sklep';
  const at = {
    host: server.host,
    port: server.port,
    database,
    ssl: { ca: readFileSync(server.paths.certificate), rejectUnauthorized: false },
  };
  return {
    kind: 'database',
    service: 'MariaDB over TLS',
    spec: { kind: 'database', database, access: 'write' },
    password: 'q7Zt4WmXc9Rb2LpKd8VhNs3YgF',
    signIn: (user, password) => signIn({ ...at, user, password }),
    aims: { inForce: 300, refused: 300, cut: 500 },
  };
};

async function signIn(options: Parameters<typeof createConnection>[0]): Promise<SignIn> {
  try {
    const connection = await createConnection(options);
    const cut = new Promise<number>((resolve) => {
      connection.on('error', () => resolve(performance.now()));
      connection.on('end', () => resolve(performance.now()));
    });
    return { ok: true, session: { cut, close: () => connection.destroy() } };
  } catch (error) {
    return { ok: false, why: REFUSALS.includes((error as SqlError).errno) ? 'refused' : 'cut-off' };
  }
}
