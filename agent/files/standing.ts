import { TICKET_MS } from '../../contract/index.ts';
import type { Standing } from './messages.ts';

/** What the agent remembers for its door, which may have to be started again. */
export class StandingKeys {
  #keys: Standing['keys'] = [];
  readonly #voided = new Map<string, number>();

  takeKey(key: string, now: number): void {
    const before = this.#keys.filter((old) => old.key !== key && (old.until === null || old.until > now));
    this.#keys = [{ key, until: null }, ...before.map((old) => ({ ...old, until: old.until ?? now + TICKET_MS }))];
  }

  voidTickets(account: string, issuedBefore: number): void {
    this.#voided.set(account, Math.max(issuedBefore, this.#voided.get(account) ?? 0));
  }

  /** Everything that still matters: a ticket that has run out needs no word against it. */
  tell(now: number): Standing {
    for (const [account, issuedBefore] of this.#voided) if (issuedBefore < now - 2 * TICKET_MS) this.#voided.delete(account);
    const voided = [...this.#voided].map(([account, issuedBefore]) => ({ account, issuedBefore }));
    return { t: 'standing', keys: this.#keys, voided };
  }
}
