import type { ApplyFault, Kind, ResourceState } from '../../contract/index.ts';
import type { Resource } from '../journal/index.ts';

/** A wanted state that exists, of any kind. */
export type Wanted = ResourceState;

/** What stands on the host under a principal, read from the service's own records; `state` is null where they say something no grant can. */
export type Standing = { principal: string; gen: number; digest: string; state: Wanted | null };

export type Outcome = { ok: true } | { ok: false; fault: ApplyFault };
export type Ended = { ok: true; ended: number } | { ok: false; fault: ApplyFault };

/**
 * One kind of resource on a host, as the reconciler needs it. Every method is safe to repeat.
 * Expected refusals are values; what throws is reported as the temporary fault `unexpected`.
 */
export interface ServicePort<S extends Wanted = Wanted> {
  /** Our resource; `foreign` when the name is taken by an account this product did not make. */
  read(principal: string): Promise<Standing | 'foreign' | null>;
  /** All resources that are ours. */
  readAll(): Promise<Standing[]>;
  /** What a state opens, where that is itself made here on request. No refusal is final while it is under way. */
  opens?(state: S): Resource;
  /** Puts the whole state in place, in one step for whoever signs in. */
  apply(principal: string, gen: number, state: S): Promise<Outcome>;
  /** Makes every new sign-in fail. */
  remove(principal: string): Promise<Outcome>;
  /**
   * Ends live sessions and looks again until there are none. With `olderThanMs`, whoever is known to have connected
   * within that time may stay; a service that cannot tell ends theirs too.
   */
  endSessions(principal: string, olderThanMs?: number): Promise<Ended>;
  /** Ends live sessions of everyone whose access is over at `now` (epoch seconds); says when the next one will be. */
  endExpired(now: number): Promise<{ ok: true; ended: number; next: number | null } | { ok: false; fault: ApplyFault }>;
  /** Resources that are no longer as they were applied, already shut out where that is safe, or are so again. Asked every second. */
  displaced(): Promise<string[]>;
}

/** The kinds that a host serves. One that is missing is refused as `service-unavailable`. */
export type Services = Partial<Record<Kind, ServicePort>>;

/** Time, so that tests can move it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `work` once after `ms`; the answer cancels it. */
  after(ms: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
