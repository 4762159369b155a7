import { createConnection } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { command } from './command.ts';
import type { Dovecot } from './dovecot.ts';

export type ImapAnswer = { status: string; lines: string[] };

/** A raw IMAP session inside TLS, for what no mail program would say by itself. */
export type Imap = {
  /** Says one command and waits for its end; `literal` follows a command that ends in its length, as APPEND does. */
  say(words: string, literal?: string): Promise<ImapAnswer>;
  /** Begins to wait for news (IDLE); resolves once the server waits too. */
  idle(): Promise<void>;
  /** Resolves when the server has closed the connection, with the last line it said. */
  closed: Promise<string>;
  isOpen(): boolean;
  close(): void;
};

let address = 1;
/** Failed sign-ins slow the next ones from their address; every test gets addresses of its own (127.0.0.0/8 is loopback). */
export const freshAddress = (): string => {
  address += 1;
  return `127.${Math.floor(address / 62_500) + 1}.${Math.floor(address / 250) % 250}.${(address % 250) + 2}`;
};

/** Connects and signs in; the answer to LOGIN says whether that worked. */
export async function openImap(dovecot: Dovecot, user: string, password: string): Promise<Imap & { login: ImapAnswer }> {
  const line = createConnection({ host: dovecot.host, port: dovecot.imapsPort, localAddress: freshAddress() });
  const socket = connect({ socket: line, rejectUnauthorized: false });
  const talk = converse(socket);
  await talk.greeting;
  const login = await talk.say(`LOGIN ${quoted(user)} ${quoted(password)}`);
  return { ...talk, login };
}

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

type Waiting = {
  isEnd: (line: string) => boolean;
  lines: string[];
  resolve: (lines: string[]) => void;
  literal?: string | undefined;
};

function converse(socket: TLSSocket): Imap & { greeting: Promise<string[]> } {
  let rest = '';
  let last = '';
  let tags = 0;
  let waiting: Waiting | null = null;
  const next = (isEnd: (line: string) => boolean, literal?: string) =>
    new Promise<string[]>((resolve) => {
      waiting = { isEnd, lines: [], resolve, literal };
    });
  const end = () => waiting?.resolve([...waiting.lines, '* gone']);
  const closed = new Promise<string>((resolve) => {
    socket.once('close', () => {
      end();
      resolve(last);
    });
  });
  socket.on('error', () => socket.destroy());
  socket.setEncoding('utf8').on('data', (part: string) => {
    const lines = (rest + part).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  function take(line: string): void {
    last = line;
    if (waiting === null) return;
    waiting.lines.push(line);
    if (line.startsWith('+') && waiting.literal !== undefined) socket.write(`${waiting.literal}\r\n`);
    if (!waiting.isEnd(line)) return;
    const { resolve, lines } = waiting;
    waiting = null;
    resolve(lines);
  }
  return {
    greeting: next((line) => line.startsWith('* OK')),
    async say(words, literal) {
      const tag = `a${++tags}`;
      const answer = next((line) => line.startsWith(`${tag} `), literal);
      socket.write(`${tag} ${words}\r\n`);
      const lines = await answer;
      return { status: lines.at(-1)?.split(' ')[1] ?? '', lines };
    },
    async idle() {
      const answer = next((line) => line.startsWith('+'));
      socket.write('idle IDLE\r\n');
      await answer;
    },
    closed,
    isOpen: () => !socket.destroyed,
    close: () => socket.destroy(),
  };
}

/** What curl, which people on the command line use, gets from a mailbox: `path` is `INBOX;UID=1`, `;MAILINDEX=1` and the like. The certificate is checked. */
export function curlImap(dovecot: Dovecot, user: string, password: string, path = '', request?: string) {
  const url = `imaps://${dovecot.host}:${dovecot.imapsPort}/${path}`;
  // curl reads everything, the password first of all, from its stdin: nothing secret stands in an argv.
  const lines = [
    `user = ${quoted(`${user}:${password}`)}`,
    `cacert = ${quoted(dovecot.paths.certificate)}`,
    `interface = ${freshAddress()}`,
    'connect-timeout = 10',
    'max-time = 20',
    `url = ${quoted(url)}`,
    ...(request === undefined ? [] : [`request = ${quoted(request)}`]),
  ];
  return command('curl', ['-sS', '-K', '-'], { input: `${lines.join('\n')}\n` });
}
