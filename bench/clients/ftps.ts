import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { Client, OpenClient, SignIn } from './client.ts';

const SIGNED_IN = '230';
const REFUSED = '530';
/** Not a reply: the connection is gone. */
const HUNG_UP = 'hung up';

/** ProFTPD over explicit FTPS: `AUTH TLS`, `USER`, `PASS`. In this process, because starting curl would take longer than what is measured. */
export const openFtps: OpenClient = ({ hosting }) => {
  if (!hosting) throw new Error('the stage has no hosting server');
  const at = { host: hosting.host, port: hosting.ports.ftps, certificate: readFileSync(hosting.paths.certificate) };
  return {
    kind: 'ftp',
    service: 'ProFTPD over FTPS',
    spec: { kind: 'ftp', directory: '/', access: 'read' },
    password: 'xV7-kq2P-mm4t-Zb9w-Hd3s',
    signIn: (user, password) => signIn(at, user, password),
    aims: { inForce: 300, refused: 300, cut: 500 },
  } satisfies Client;
};

/** Any answer that is neither yes nor no throws. */
async function signIn(at: { host: string; port: number; certificate: Buffer }, user: string, password: string): Promise<SignIn> {
  const plain = createConnection({ host: at.host, port: at.port, noDelay: true });
  const before = new Replies(plain);
  await before.expect('220');
  plain.write('AUTH TLS\r\n');
  await before.expect('234');
  before.leave();
  const secure = connect({ socket: plain, host: at.host, ca: at.certificate });
  secure.on('error', () => secure.destroy()); // A cut session may end in a reset, and `close` tells of it.
  const cut = once(secure, 'close').then(() => performance.now());
  const replies = new Replies(secure);
  await once(secure, 'secureConnect');
  secure.write(`USER ${user}\r\n`);
  if ((await replies.expect('331', HUNG_UP)) === HUNG_UP) return { ok: false, why: 'cut-off' };
  secure.write(`PASS ${password}\r\n`);
  const code = await replies.expect(SIGNED_IN, REFUSED, HUNG_UP);
  if (code === SIGNED_IN) return { ok: true, session: { cut, close: () => secure.destroy() } };
  secure.destroy();
  return { ok: false, why: code === REFUSED ? 'refused' : 'cut-off' };
}

/** The server's replies on one connection, one at a time. */
class Replies {
  readonly #socket: Socket | TLSSocket;
  #text = '';
  #wake: (() => void) | null = null;
  #ended = false;
  readonly #hear = (data: Buffer) => {
    this.#text += data.toString('latin1');
    this.#wake?.();
  };
  readonly #end = () => {
    this.#ended = true;
    this.#wake?.();
  };

  constructor(socket: Socket | TLSSocket) {
    this.#socket = socket;
    socket.on('data', this.#hear).on('close', this.#end).on('error', this.#end);
  }

  /** Gives the next reply's code, or `HUNG_UP` where that is expected too; throws when it is none of these. */
  async expect(...codes: string[]): Promise<string> {
    for (;;) {
      // The last line of a reply has a space after its code.
      const reply = /^(?:\d{3}-[\s\S]*?\r\n)?(\d{3}) .*\r\n/.exec(this.#text);
      if (reply) {
        this.#text = this.#text.slice(reply[0].length);
        const code = reply[1] ?? '';
        if (codes.includes(code)) return code;
        throw new Error(`the FTP server said ${reply[0].trim()} instead of ${codes.join(' or ')}`);
      }
      if (this.#ended && codes.includes(HUNG_UP)) return HUNG_UP;
      if (this.#ended) throw new Error(`the FTP server hung up instead of saying ${codes.join(' or ')}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Hears no more: another layer reads from the socket now. */
  leave(): void {
    this.#socket.off('data', this.#hear).off('close', this.#end).off('error', this.#end);
    this.#socket.on('error', () => this.#socket.destroy());
  }
}
