import { readFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { nativeAnswer, type Packets, packetsOf, signInByAnotherMethod, sslRequest } from './mysql-packets.ts';
import type { BegunSignIn, WaitingSession } from './program.ts';

const PING = Buffer.from([0x0e]);
const OK = 0x00;
const SWITCH_METHOD = 0xfe;

/** Signs in to MariaDB inside TLS up to the answer that proves the password, which `finish` sends: by then the server has looked the user up. */
export async function beginDatabaseSignIn(
  server: { port: number; certificate: string },
  user: string,
  password: string,
): Promise<BegunSignIn> {
  const plain = connectTcp(server.port, '127.0.0.1');
  const before = packetsOf(plain);
  await before.next();
  before.send(1, sslRequest());
  before.detach();
  const socket = connectTls({ socket: plain, ca: readFileSync(server.certificate), host: '127.0.0.1' });
  let open = true;
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      open = false;
      resolve();
    });
  });
  // A connection that is reset has ended as much as one that is closed.
  socket.on('error', () => {});
  const packets = packetsOf(socket);
  packets.send(2, signInByAnotherMethod(user));
  const asked = await packets.next();
  return {
    async finish() {
      if (asked?.body[0] !== SWITCH_METHOD) return 'refused';
      packets.send(asked.seq + 1, nativeAnswer(password, scrambleIn(asked.body)));
      if ((await packets.next())?.body[0] !== OK) {
        socket.destroy();
        return 'refused';
      }
      return { ended, isOpen: () => open, leave: () => void socket.destroy(), answers: () => ping(packets) };
    },
  } satisfies BegunSignIn;
}

/** After the name of the method and its NUL: twenty bytes and a NUL. */
function scrambleIn(body: Buffer): Buffer {
  const from = body.indexOf(0) + 1;
  return body.subarray(from, from + 20);
}

const ping = async (packets: Packets): ReturnType<WaitingSession['answers']> => {
  packets.send(0, PING);
  return (await packets.next())?.body[0] === OK;
};
