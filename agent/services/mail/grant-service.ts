import { type MailboxDesired, mailboxDesired, mailboxDigestInput } from '../../../contract/index.ts';
import type { Ended, Outcome, ServicePort, Standing } from '../../reconcile/index.ts';
import { sha256 } from '../sha256.ts';
import { takeAway } from '../take-away.ts';
import { Told } from '../told.ts';
import type { GrantRow, GrantRows } from './grant-rows.ts';
import type { MailboxRows } from './mailbox-rows.ts';
import { choosePassword, describePassword } from './password.ts';
import type { Sessions } from './sessions.ts';

/** Sign-ins of somebody's own to one mailbox (R10), kept in the SQLite file that Dovecot reads at every sign-in. */
export class MailboxGrants implements ServicePort<MailboxDesired> {
  readonly #grants: GrantRows;
  readonly #mailboxes: MailboxRows;
  readonly #sessions: Sessions;
  readonly #astray = new Told();
  readonly #ended: string[] = [];

  constructor(grants: GrantRows, mailboxes: MailboxRows, sessions: Sessions) {
    this.#grants = grants;
    this.#mailboxes = mailboxes;
    this.#sessions = sessions;
  }

  async read(principal: string): Promise<Standing | 'foreign' | null> {
    const row = this.#grants.read(principal);
    if (row === null) return null;
    return row.gen === null ? 'foreign' : describe(row, row.gen);
  }

  async readAll(): Promise<Standing[]> {
    return this.#grants.readAll().map((row) => describe(row, row.gen ?? 0));
  }

  opens({ address }: MailboxDesired) {
    return { kind: 'mailbox-asset', principal: address } as const;
  }

  async apply(principal: string, gen: number, state: MailboxDesired): Promise<Outcome> {
    const { tree, address, access, notAfter } = state;
    const mailbox = this.#mailboxes.read(address);
    if (mailbox === null) return { ok: false, fault: 'mailbox-missing' };
    if (mailbox.tree !== tree) return { ok: false, fault: 'mailbox-outside' };
    const present = this.#grants.read(principal);
    if (present !== null && present.gen === null) return { ok: false, fault: 'unexpected' };
    const password = choosePassword(state.password, present?.password ?? null);
    if (password === null) return { ok: false, fault: 'credential-missing' };
    this.#grants.write({ name: principal, tree, address, access, password, expires: notAfter, gen });
    // The row waits for a daemon that is down, but nobody is told of access that does not work yet.
    return (await this.#sessions.isServed()) ? { ok: true } : { ok: false, fault: 'service-unavailable' };
  }

  remove(principal: string): Promise<Outcome> {
    return takeAway({
      remove: () => this.#grants.remove(principal),
      shutOut: () => this.#grants.shutOut(principal),
      endSessions: () => this.endSessions(principal),
    });
  }

  endSessions(principal: string): Promise<Ended> {
    return this.#sessions.end((user) => user === principal);
  }

  async endExpired(now: number) {
    const expired = new Set(this.#grants.expired(now));
    const ended: Ended = expired.size === 0 ? { ok: true, ended: 0 } : await this.#sessions.end((user) => expired.has(user));
    return ended.ok ? { ...ended, next: this.#grants.nextEnd(now) } : ended;
  }

  /** Grants whose mailbox is gone: Dovecot's query lets them in nowhere already. */
  async displaced(): Promise<string[]> {
    return [...this.#astray.news(this.#grants.astray()), ...this.#ended.splice(0)];
  }

  /** Hears of grants that ended together with their mailbox. */
  noteEnded(names: readonly string[]): void {
    this.#ended.push(...names);
  }
}

/** What the row means, from the columns that Dovecot acts on; one that means nothing a grant can say gets a digest of its own. */
function describe(row: GrantRow, gen: number): Standing {
  const { tree, address, access, expires: notAfter } = row;
  const parsed = mailboxDesired.safeParse({ tree, address, access, notAfter, password: describePassword(row.password) });
  const state = parsed.success ? parsed.data : null;
  const digest = sha256(state === null ? `not a grant: ${JSON.stringify(row)}` : mailboxDigestInput(state));
  return { principal: row.name, gen, digest, state };
}
