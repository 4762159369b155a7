import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { OpenClient, SignIn } from './client.ts';

/** Dovecot lets an address that failed wait longer and longer, so each sign-in comes from another. */
let address = 0;
const nextAddress = () => {
  address = (address + 1) % 60_000;
  return `127.1.${Math.floor(address / 250)}.${(address % 250) + 1}`;
};

/** Dovecot over IMAPS: `LOGIN`, and then `IDLE` on the inbox. */
export const openImaps: OpenClient = ({ hosting }) => {
  const server = hosting?.dovecot;
  if (!server) throw new Error('the stage has no Dovecot');
  const at = { host: server.host, port: server.imapsPort, ca: readFileSync(server.paths.certificate) };
  return {
    kind: 'mailbox',
    service: 'Dovecot over IMAPS',
    spec: { kind: 'mailbox', address: 'biuro@zielnik.example', access: 'read' },
    password: 'xV7-kq2P-mm4t-Zb9w-Hd3s',
    signIn: (user, password) => signIn(at, user, password),
    aims: { inForce: 300, refused: 800, cut: 500 },
  };
};

async function signIn(at: { host: string; port: number; ca: Buffer }, user: string, password: string): Promise<SignIn> {
  const line = createConnection({ host: at.host, port: at.port, localAddress: nextAddress() });
  const socket = connect({ socket: line, ca: at.ca, rejectUnauthorized: false });
  socket.on('error', () => socket.destroy()); // A cut session may end in a reset, and `close` tells of it.
  const cut = once(socket, 'close').then(() => performance.now());
  const answer = async (end: RegExp) => Promise.race([heard(socket, end), cut.then(() => null)]);
  if (!(await answer(/^\* OK/m))) return { ok: false, why: 'cut-off' };
  socket.write(`a LOGIN ${user} ${password}\r\n`);
  const words = await answer(/^a (?:OK|NO|BAD).*\r\n/m);
  if (!words?.startsWith('a OK')) {
    socket.destroy();
    return { ok: false, why: words?.startsWith('a NO') ? 'refused' : 'cut-off' };
  }
  socket.write('b SELECT INBOX\r\nc IDLE\r\n');
  return { ok: true, session: { cut, close: () => socket.destroy() } };
}

/** What a server says until it says this. */
function heard(socket: TLSSocket, end: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve) => {
    const hear = (data: Buffer) => {
      text += data.toString('latin1');
      const found = end.exec(text);
      if (!found) return;
      socket.off('data', hear);
      resolve(found[0]);
    };
    socket.on('data', hear);
  });
}
