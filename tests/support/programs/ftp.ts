import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { BegunSignIn } from './program.ts';
import { ask, talkOver } from './talk.ts';

const REPLY = /^\d{3} .*\r\n/m;

/** Signs in over FTPS up to the password, which `finish` sends. */
export async function beginFtpSignIn(
  server: { port: number; certificate: string },
  user: string,
  password: string,
): Promise<BegunSignIn> {
  const plain = connect(server.port, '127.0.0.1');
  await firstReply(plain, '220');
  plain.write('AUTH TLS\r\n');
  await firstReply(plain, '234');
  const talk = talkOver(connectTls({ socket: plain, ca: readFileSync(server.certificate), host: '127.0.0.1' }));
  talk.say(`USER ${user}`);
  await talk.hear(REPLY);
  return {
    async finish() {
      if (await ask(talk, `PASS ${password}`, REPLY, /^230/)) return { ...talk, answers: () => ask(talk, 'NOOP', REPLY, /^200/) };
      talk.leave();
      return 'refused';
    },
  };
}

/** Replies before TLS come one at a time and in one piece. */
function firstReply(socket: Socket, code: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.off('error', reject);
      if (data.toString('latin1').startsWith(code)) resolve();
      else reject(new Error(`the FTP server said ${data.toString('latin1')}`));
    });
  });
}
