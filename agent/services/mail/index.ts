import type { HostAnswer, MailboxAssetDesired, MailboxDesired } from '../../../contract/index.ts';
import type { ServicePort } from '../../reconcile/index.ts';
import { keepPrivate } from '../../system/files.ts';
import { realPath } from '../../system/folders.ts';
import { MailboxAssets } from './asset-service.ts';
import { GrantRows } from './grant-rows.ts';
import { MailboxGrants } from './grant-service.ts';
import { listMailboxes } from './listing.ts';
import { openMailDb } from './mail-db.ts';
import { MailStore } from './mail-store.ts';
import { MailboxRows } from './mailbox-rows.ts';
import { Sessions } from './sessions.ts';

export { describeMailEndpoint } from './endpoint.ts';
export { examineMail } from './examine.ts';

export type MailOptions = {
  mailDb: string;
  /** Each tree's mailboxes are folders in a folder directly below; what user_query puts before `home`. */
  mailRoot: string;
  /** The system user that mail belongs to. */
  uid: number;
  gid: number;
  /** Dovecot's own configuration file, for doveadm. */
  daemonConfig: string;
};

export type MailServices = {
  /** Kind `mailbox`. */
  access: ServicePort<MailboxDesired>;
  /** Kind `mailbox-asset`. */
  assets: ServicePort<MailboxAssetDesired>;
  /** Every mailbox of a tree, with its size and last use. */
  list(tree: string): Promise<HostAnswer>;
  close(): void;
};

/** Mailboxes on Dovecot and the sign-ins to them, over one SQLite file. */
export function openMailServices(options: MailOptions): MailServices {
  const db = openMailDb(options.mailDb);
  keepPrivate(options.mailDb);
  const mailboxes = new MailboxRows(db);
  const grants = new GrantRows(db);
  const store = new MailStore(options);
  const sessions = new Sessions({ ...options, mailRoot: realPath(options.mailRoot) });
  const access = new MailboxGrants(grants, mailboxes, sessions);
  const onGrantsEnded = (names: readonly string[]) => access.noteEnded(names);
  return {
    access,
    assets: new MailboxAssets({ mailboxes, grants, store, sessions, onGrantsEnded }),
    list: (tree) => listMailboxes(mailboxes, store, tree),
    close: () => db.close(),
  };
}
