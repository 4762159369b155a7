import type { HostAnswer } from '../../../contract/index.ts';
import type { MailStore } from './mail-store.ts';
import type { MailboxRows } from './mailbox-rows.ts';

/** Every mailbox of a tree, whoever made it: how much lies in it and when anybody last signed in, never what. */
export async function listMailboxes(rows: MailboxRows, store: MailStore, tree: string): Promise<HostAnswer> {
  const mailboxes = [];
  for (const { address, home, active } of rows.ofTree(tree))
    mailboxes.push({ address, bytes: await store.bytes(home), lastUseAt: store.lastUseAt(home), active });
  return { ok: true, found: { about: 'mailboxes', mailboxes } };
}
