import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';

/** Where to sign in, and which certificate to believe. */
export type FtpServer = { host: string; port: number; certificate: Buffer };

export type SignIn = { ok: true; session: FtpSession } | { ok: false; why: 'refused' | 'cut-off' };
export type FtpSession = {
  /** Resolves when the server ends the session, with the moment (`performance.now()`). */
  cut: Promise<number>;
  close(): void;
};

const SIGNED_IN = '230';
const REFUSED = '530';
/** Not a reply: the connection is gone. */
const HUNG_UP = 'hung up';

/**
 * One sign-in over explicit FTPS, from opening the connection to the server's yes or no: `AUTH TLS`, `USER`, `PASS`. In this
 * process, because starting curl would take longer than what is measured. `cut-off`: the server hung up before it said
 * either, as it does when an access ends while somebody is signing in. Any other answer throws.
 */
export async function signIn(server: FtpServer, user: string, password: string): Promise<SignIn> {
  const plain = createConnection({ host: server.host, port: server.port, noDelay: true });
  const before = new Replies(plain);
  await before.expect('220');
  plain.write('AUTH TLS\r\n');
  await before.expect('234');
  before.leave();
  const secure = connect({ socket: plain, host: server.host, ca: server.certificate });
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
