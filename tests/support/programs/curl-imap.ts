import { type CommandResult, command } from '../hosting/command.ts';
import { freshAddress, type MailServer } from './mailbox.ts';
import type { SignedIn } from './program.ts';

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

export type ImapWish = {
  folder?: string;
  /** A command of IMAP itself, said in the folder. */
  request?: string;
  /** A file with a message to put into the folder. */
  upload?: string;
  /** Shows on stderr what both sides say. */
  verbose?: boolean;
};

/** `curl imaps://`, the certificate checked: lists folders, or does what is wished. Everything secret comes on its stdin. */
export function curlImap(server: MailServer, user: string, password: string, wish: ImapWish = {}): Promise<CommandResult> {
  const settings = {
    url: `imaps://127.0.0.1:${server.imapsPort}/${wish.folder ?? ''}`,
    user: `${user}:${password}`,
    cacert: server.certificate,
    interface: freshAddress(),
    'connect-timeout': '10',
    'max-time': '20',
    ...(wish.request === undefined ? {} : { request: wish.request }),
    ...(wish.upload === undefined ? {} : { 'upload-file': wish.upload }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`);
  return command('curl', [wish.verbose ? '-sSv' : '-sS', '-K', '-'], { input: `${lines.join('\n')}\n` });
}

/** curl's word for a sign-in that was refused; a server that cannot tell just now (`[UNAVAILABLE]`) refuses nobody. */
const LOGIN_DENIED = 67;
const REFUSED = /^< \S+ NO \[AUTHENTICATIONFAILED\]/m;

export async function signsInToMailbox(server: MailServer, user: string, password: string): Promise<SignedIn> {
  const { code, stderr } = await curlImap(server, user, password, { verbose: true });
  if (code === 0) return 'in';
  if (code === LOGIN_DENIED && REFUSED.test(stderr)) return 'refused';
  return `curl ${code}: ${/^< \S+ (NO|BAD) .*$/m.exec(stderr)?.[0] ?? 'no answer'}`;
}
