import { join } from 'node:path';
import { makePrivateFolder, readText } from '../../system/files.ts';
import {
  deleteTree,
  isFolder,
  listNames,
  makeOwnedFolder,
  makePassage,
  moveAway,
  namesIn,
  sizeOfFile,
} from '../../system/trees.ts';

export type MailStoreOptions = { mailRoot: string; uid: number; gid: number };

/** Mail on its way out; no address begins with a dot. */
const GONE = '.gone';

/**
 * Where mail lies: `root/tree/address~birth/Maildir`. The birth is the gen that made the mailbox, so one that is
 * made anew under an old address never meets old mail, whatever became of that.
 */
export class MailStore {
  readonly #options: MailStoreOptions;
  #moved = 0;

  constructor(options: MailStoreOptions) {
    this.#options = options;
  }

  /** The folder of a mailbox, as mail.db names it. */
  homeFor(tree: string, address: string, birth: number): string {
    return `/${tree}/${address}~${birth}`;
  }

  /** True when this is a place that {@link homeFor} could have named. */
  isHomeOf(home: string, tree: string, address: string): boolean {
    return home.startsWith(`/${tree}/`) && isFolderOf(home.slice(tree.length + 2), address);
  }

  make(home: string): void {
    const path = this.#path(home);
    makePassage(join(path, '..'));
    makeOwnedFolder(path, this.#options.uid, this.#options.gid);
  }

  isThere(home: string): boolean {
    return isFolder(this.#path(home));
  }

  /** Takes every folder of an address out of everybody's reach, in one step each; {@link deleteGone} does the rest. */
  takeAway(address: string): void {
    makePrivateFolder(this.#path(GONE));
    for (const tree of namesIn(this.#options.mailRoot).filter((name) => name !== GONE))
      for (const folder of namesIn(this.#path(tree)).filter((name) => isFolderOf(name, address)))
        moveAway(this.#path(`${tree}/${folder}`), this.#path(`${GONE}/${folder}.${Date.now()}.${this.#moved++}`));
  }

  /** Deletes what was taken away of an address, now or before the agent was last killed. */
  async deleteGone(address: string): Promise<void> {
    for (const name of namesIn(this.#path(GONE)).filter((gone) => gone.startsWith(`${address}~`)))
      await deleteTree(this.#path(`${GONE}/${name}`));
  }

  /** Bytes of all messages, from the sizes in their file names (Maildir++ `S=`); no message is opened. */
  async bytes(home: string): Promise<number> {
    const maildir = join(this.#path(home), 'Maildir');
    const folders = ['', ...(await listNames(maildir)).filter((name) => name.startsWith('.'))];
    let sum = 0;
    for (const folder of folders) for (const part of ['cur', 'new']) sum += await messageBytes(join(maildir, folder, part));
    return sum;
  }

  /** When anybody last signed in, epoch ms; from the file of Dovecot's last_login plugin: a line with a name, a line with seconds. */
  lastUseAt(home: string): number | null {
    const lines = (readText(join(this.#path(home), 'last-use')) ?? '').split('\n');
    const times = lines.filter((line, index) => index % 2 === 1 && /^\d+$/.test(line)).map(Number);
    return times.length === 0 ? null : Math.max(...times) * 1000;
  }

  #path(home: string): string {
    return join(this.#options.mailRoot, home);
  }
}

const isFolderOf = (name: string, address: string) =>
  name.startsWith(`${address}~`) && /^\d+$/.test(name.slice(address.length + 1));

async function messageBytes(folder: string): Promise<number> {
  let sum = 0;
  for (const name of await listNames(folder)) {
    const said = /,S=(\d+)/.exec(name)?.[1];
    sum += said === undefined ? await sizeOfFile(join(folder, name)) : Number(said);
  }
  return sum;
}
