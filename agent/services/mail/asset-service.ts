import { type MailboxAssetDesired, mailboxAssetDesired, mailboxAssetDigestInput } from '../../../contract/index.ts';
import type { Ended, Outcome, ServicePort, Standing } from '../../reconcile/index.ts';
import { sha256 } from '../sha256.ts';
import { Told } from '../told.ts';
import type { GrantRows } from './grant-rows.ts';
import type { MailStore } from './mail-store.ts';
import type { MailboxRow, MailboxRows } from './mailbox-rows.ts';
import { choosePassword, describePassword } from './password.ts';
import type { Sessions } from './sessions.ts';

export type MailboxAssetsOptions = {
  mailboxes: MailboxRows;
  grants: GrantRows;
  store: MailStore;
  sessions: Sessions;
  /** Hears whose grants ended with a mailbox. */
  onGrantsEnded: (names: readonly string[]) => void;
};

/** Mailboxes themselves (R10): a row that Dovecot reads, and a folder that only the mail's own system user enters. */
export class MailboxAssets implements ServicePort<MailboxAssetDesired> {
  readonly #of: MailboxAssetsOptions;
  readonly #lost = new Told();

  constructor(options: MailboxAssetsOptions) {
    this.#of = options;
  }

  async read(principal: string): Promise<Standing | 'foreign' | null> {
    const row = this.#of.mailboxes.read(principal);
    if (row === null) return null;
    return row.gen === null ? 'foreign' : this.#describe(row, row.gen);
  }

  async readAll(): Promise<Standing[]> {
    return this.#of.mailboxes.readAll().map((row) => this.#describe(row, row.gen ?? 0));
  }

  async apply(principal: string, gen: number, state: MailboxAssetDesired): Promise<Outcome> {
    const { mailboxes, store, sessions } = this.#of;
    const { tree, active } = state;
    const present = mailboxes.read(principal);
    if (present !== null && present.gen === null) return { ok: false, fault: 'unexpected' };
    if (present !== null && present.tree !== tree) return { ok: false, fault: 'mailbox-outside' };
    if (present !== null && !store.isThere(present.home)) return { ok: false, fault: 'mailbox-missing' };
    const password = choosePassword(state.password, present?.password ?? null);
    if (password === null) return { ok: false, fault: 'credential-missing' };
    const home = present?.home ?? store.homeFor(tree, principal, gen);
    if (present === null) store.make(home);
    mailboxes.write({ address: principal, tree, home, password, active, gen });
    return (await sessions.isServed()) ? { ok: true } : { ok: false, fault: 'service-unavailable' };
  }

  /**
   * Purges: shuts everybody out, ends their sessions, takes the mail out of reach in one step, forgets the mailbox, and only then
   * deletes. Killed anywhere, the next try goes on from there; the mailbox is never half there.
   */
  async remove(principal: string): Promise<Outcome> {
    const { mailboxes, store, sessions, onGrantsEnded } = this.#of;
    if (mailboxes.read(principal)?.gen === null) return { ok: true };
    const users = new Set([principal, ...mailboxes.close(principal)]);
    onGrantsEnded([...users].filter((user) => user !== principal));
    const ended = await sessions.end((user) => users.has(user));
    if (!ended.ok) return ended;
    store.takeAway(principal);
    onGrantsEnded(mailboxes.remove(principal));
    await store.deleteGone(principal);
    return { ok: true };
  }

  /** Its owner's sessions; those of its grantees too unless it is active, because then nobody is let in. */
  endSessions(principal: string): Promise<Ended> {
    const active = this.#of.mailboxes.read(principal)?.active ?? false;
    const users = new Set([principal, ...(active ? [] : this.#of.grants.on(principal))]);
    return this.#of.sessions.end((user) => users.has(user));
  }

  async endExpired() {
    return { ok: true, ended: 0, next: null } as const;
  }

  /** Mailboxes whose folder is not where it was made, and those whose folder is there again, so that nobody goes on calling them lost. */
  async displaced(): Promise<string[]> {
    const lost = this.#of.mailboxes.readAll().filter(({ home }) => !this.#of.store.isThere(home));
    return this.#lost.news(lost.map(({ address }) => address));
  }

  #describe(row: MailboxRow, gen: number): Standing {
    const { address, tree, active } = row;
    const parsed = mailboxAssetDesired.safeParse({ tree, active, password: describePassword(row.password) });
    const state = parsed.success && this.#of.store.isHomeOf(row.home, tree, address) ? parsed.data : null;
    const digest = sha256(state === null ? `not a mailbox of ours: ${JSON.stringify(row)}` : mailboxAssetDigestInput(state));
    return { principal: address, gen, digest, state };
  }
}
