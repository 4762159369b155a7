import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import type { BegunSignIn, WorkingSession } from './program.ts';
import { ALL_DAY_MS, ask, type Talk, talkOver } from './talk.ts';

export type MailServer = { imapsPort: number; certificate: string };

/** Dovecot slows the address from which a sign-in failed, so each program calls from another one. */
let address = 0;
export const freshAddress = (): string => `127.0.${1 + Math.floor(address / 250)}.${1 + (address++ % 250)}`;

/** An IMAP line inside TLS, greeted. */
async function openImap({ imapsPort, certificate }: MailServer): Promise<Talk> {
  const where = { port: imapsPort, host: '127.0.0.1', localAddress: freshAddress() };
  const talk = talkOver(connect({ ...where, ca: readFileSync(certificate) }));
  await talk.hear(/^\* OK .*\r\n/m);
  return talk;
}

/** Signs in to IMAP up to the password, which `finish` sends. */
export async function beginImapSignIn(server: MailServer, user: string, password: string): Promise<BegunSignIn> {
  const talk = await openImap(server);
  talk.say('a AUTHENTICATE PLAIN');
  await talk.hear(/^\+.*\r\n/m);
  return {
    async finish() {
      const proof = Buffer.from(`\0${user}\0${password}`).toString('base64');
      if (await ask(talk, proof, /^a .*\r\n/m, /^a OK/))
        return { ...talk, answers: () => ask(talk, 'n NOOP', /^n .*\r\n/m, /^n OK/) };
      talk.leave();
      return 'refused';
    },
  };
}

/** Signs in, opens INBOX and waits in IDLE; what it has done is the messages it was told of since. */
export async function startIdle(server: MailServer, user: string, password: string): Promise<WorkingSession> {
  const talk = await openImap(server);
  talk.say(`a LOGIN ${user} "${password}"`);
  await talk.hear(/^a OK.*\r\n/m);
  talk.say('b SELECT INBOX');
  await talk.hear(/^b OK.*\r\n/m);
  talk.say('c IDLE');
  await talk.hear(/^\+.*\r\n/m);
  let told = 0;
  const listen = async () => {
    for (;;) {
      await talk.hear(/^\* \d+ EXISTS\r\n/m, ALL_DAY_MS);
      told += 1;
    }
  };
  listen().catch(() => {}); // The line was cut: nothing is told any more.
  return { ...talk, done: async () => told };
}
