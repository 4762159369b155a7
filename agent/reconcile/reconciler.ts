import {
  APPLY_FAULTS,
  type ApplyFault,
  type DesiredItem,
  type FromAgent,
  inTurn,
  KINDS,
  type Kind,
  sha256Hex,
} from '../../contract/index.ts';
import type { Journal } from '../journal/index.ts';
import { backoff } from './backoff.ts';
import { faultOf } from './fault-of.ts';
import { Lanes } from './lanes.ts';
import { type Known, mustCut, planFor } from './plan.ts';
import type { Clock, Outcome, ServicePort, Services, Standing, Wanted } from './port.ts';

/** What the edge is told about one resource. */
export type Report = Extract<FromAgent, { t: 'ack' | 'fail' }>;

export type ReconcilerOptions = {
  services: Services;
  journal: Journal;
  clock: Clock;
  /** Sends a report; false when there is no link (it is told at the next connect). */
  report: (report: Report) => boolean;
  /** Tells the operator of something unexpected; never a secret. */
  complain?: (words: string) => void;
  random?: () => number;
};

/** Between an absence and its second look; the contract asks for at least two seconds. */
export const SECOND_LOOK_MS = 2100;

const ok = { ok: true } as const;
const fault = (code: ApplyFault) => ({ ok: false, fault: code }) as const;

/** Brings the host to what the edge wants, one resource at a time, and says so only after reading it back. */
export class Reconciler {
  readonly #to: ReconcilerOptions;
  readonly #lanes: Lanes;

  constructor(options: ReconcilerOptions) {
    this.#to = options;
    this.#lanes = new Lanes(options.clock, (item) => this.#settle(item));
  }

  /** Takes wanted items in any order, any number of times; removals start first, and nothing before what it opens. */
  submit(items: readonly DesiredItem[]): void {
    for (const item of inTurn(items, ({ state }) => state !== null)) this.#lanes.take(item);
  }

  /** Takes up what was begun and not finished, or finished and not told. Call at start and at every connect. */
  resume(): void {
    this.submit(this.#to.journal.open());
  }

  /** Looks again at resources whose host state is known to have drifted. */
  repair(kind: Kind, principals: readonly string[]): void {
    this.submit(principals.flatMap((principal) => this.#to.journal.read({ kind, principal })?.item ?? []));
  }

  /** Waits until nothing runs; timers (retries, second looks) may still be pending. */
  async settled(): Promise<void> {
    while (!this.#lanes.idle) await this.#lanes.whenSomethingEnds();
  }

  stop(): void {
    this.#lanes.stop();
  }

  async #settle(item: DesiredItem): Promise<void> {
    const before = this.#opensWhatIsUnderWay(item);
    const outcome = await this.#guarded(item, () => this.#carryOut(item));
    if (outcome.ok) return;
    const isEarly = before || this.#opensWhatIsUnderWay(item);
    if (isEarly && APPLY_FAULTS[outcome.fault].permanent) this.#tryLater(item);
    else this.#fail(item, outcome.fault);
  }

  /** On a host that was built anew, access may come before the database or mailbox that it opens. */
  #opensWhatIsUnderWay(item: DesiredItem): boolean {
    const opened = item.state && this.#to.services[item.kind]?.opens?.(item.state);
    return opened ? this.#lanes.isUnderWay(opened) : false;
  }

  async #guarded(item: DesiredItem, work: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await work();
    } catch (error) {
      this.#to.complain?.(`${item.kind}/${item.principal}: ${error instanceof Error ? error.message : 'unknown error'}`);
      return fault(faultOf(error));
    }
  }

  async #carryOut(item: DesiredItem): Promise<Outcome> {
    if (!this.#to.services[item.kind]) return fault('service-unavailable');
    const known = this.#knownOf(item);
    const standing = await this.#lookAt(item, known);
    if (standing === 'foreign') return item.gen < known.begun ? ok : fault('unexpected');
    const digest = await digestOf(item);
    const plan = planFor(item, digest, standing, known);
    if (plan === 'ignore') return ok;
    // A repeated absence keeps its second look where it is, or frequent repeats would put it off for ever.
    if (plan !== 're-ack') this.#lanes.cancelLook(item);
    if (item.state === null) return this.#makeAbsent(item, plan === 're-ack');
    if (plan === 're-ack') return this.#tellPresent(item, digest ?? '');
    return this.#makePresent(item, item.state, digest ?? '', mustCut(item.kind, standing, item.state, known));
  }

  /** Whoever of ours is to be gone and cannot even be looked up, on a full disk say, is put out meanwhile. */
  async #lookAt(item: DesiredItem, known: Known): Promise<Standing | 'foreign' | null> {
    const service = this.#serviceOf(item);
    try {
      return await service.read(item.principal);
    } catch (error) {
      if (item.state === null && known.begun > 0 && item.gen >= known.begun) await service.endSessions(item.principal);
      throw error;
    }
  }

  async #makePresent(item: DesiredItem, state: Wanted, digest: string, cut: boolean): Promise<Outcome> {
    const { journal } = this.#to;
    const service = this.#serviceOf(item);
    journal.begin(item, cut);
    const owesCut = journal.read(item)?.cut ?? cut;
    const applied = await service.apply(item.principal, item.gen, state);
    if (!applied.ok) return owesCut && APPLY_FAULTS[applied.fault].permanent ? this.#closeInstead(item, applied) : applied;
    const appliedAt = performance.now();
    journal.advance(item, 'applied');
    const ended = owesCut ? await service.endSessions(item.principal) : ok;
    if (!ended.ok) return ended;
    const after = await service.read(item.principal);
    if (!isAsWanted(after, item.gen, digest)) return fault('unexpected');
    journal.advance(item, 'read-back');
    journal.finish(item);
    return this.#tellPresent(item, digest, appliedAt);
  }

  /** A narrowing that cannot be made must not leave the wider access open. */
  async #closeInstead(item: DesiredItem, refusal: Outcome): Promise<Outcome> {
    const gone = await this.#removeAndProve(item);
    return gone.ok ? refusal : gone;
  }

  /** A journal that cannot be written, on a full disk say, must not keep the door open. */
  async #beginAbsence(item: DesiredItem): Promise<void> {
    try {
      this.#to.journal.begin(item, true);
    } catch (error) {
      await this.#removeAndProve(item);
      throw error;
    }
  }

  async #makeAbsent(item: DesiredItem, again: boolean): Promise<Outcome> {
    const { journal } = this.#to;
    if (!again) await this.#beginAbsence(item);
    const gone = await this.#removeAndProve(item, () => again || journal.advance(item, 'applied'));
    if (!gone.ok) return gone;
    if (!again) {
      journal.advance(item, 'read-back');
      journal.finish(item);
    }
    this.#to.report({
      t: 'ack',
      kind: item.kind,
      principal: item.principal,
      gen: item.gen,
      outcome: 'absent',
      look: 1,
      sessions: 0,
      late: gone.ended,
    });
    this.#lanes.lookLater(item, SECOND_LOOK_MS, () => void this.#lanes.alone(item, () => this.#lookAgain(item)));
    return ok;
  }

  /** A sign-in that was under way during the first look has shown itself by now. */
  async #lookAgain(item: DesiredItem): Promise<void> {
    if (this.#knownOf(item).begun !== item.gen) return;
    const outcome = await this.#guarded(item, async () => {
      const gone = await this.#removeAndProve(item);
      if (!gone.ok) return gone;
      const sent = this.#to.report({
        t: 'ack',
        kind: item.kind,
        principal: item.principal,
        gen: item.gen,
        outcome: 'absent',
        look: 2,
        sessions: 0,
        late: gone.ended,
      });
      this.#to.journal.cutProven(item);
      if (sent) this.#to.journal.told(item);
      return ok;
    });
    if (!outcome.ok) this.#fail(item, outcome.fault);
  }

  /**
   * Somebody who was signing in while access was narrowed came in under the wider one, and has shown themselves by now.
   * Whoever connected after `appliedAt` met the narrower one; when that was is not known to an agent that began since.
   */
  async #cutStragglers(item: DesiredItem, appliedAt: number | null): Promise<void> {
    if (this.#knownOf(item).begun !== item.gen) return;
    const outcome = await this.#guarded(item, async () => {
      const since = appliedAt === null ? undefined : performance.now() - appliedAt;
      const ended = await this.#serviceOf(item).endSessions(item.principal, since);
      if (ended.ok) this.#to.journal.cutProven(item);
      return ended;
    });
    if (!outcome.ok) this.#fail(item, outcome.fault);
  }

  /** No new sign-in, then no live session, then read back that both hold. */
  async #removeAndProve(item: DesiredItem, removed: () => void = () => {}) {
    const service = this.#serviceOf(item);
    const outcome = await service.remove(item.principal);
    if (!outcome.ok) return outcome;
    removed();
    const ended = await service.endSessions(item.principal);
    if (!ended.ok) return ended;
    return (await service.read(item.principal)) === null ? ended : fault('unexpected');
  }

  #tellPresent(item: DesiredItem, digest: string, appliedAt: number | null = null): Outcome {
    const sent = this.#to.report({
      t: 'ack',
      kind: item.kind,
      principal: item.principal,
      gen: item.gen,
      outcome: 'present',
      digest,
    });
    if (sent) this.#to.journal.told(item);
    if (this.#to.journal.read(item)?.cut) {
      this.#lanes.lookLater(item, SECOND_LOOK_MS, () => void this.#lanes.alone(item, () => this.#cutStragglers(item, appliedAt)));
    }
    return ok;
  }

  #fail(item: DesiredItem, code: ApplyFault): void {
    if (APPLY_FAULTS[code].permanent) this.#noteRefusal(item, code);
    else this.#tryLater(item);
    this.#to.report({ t: 'fail', kind: item.kind, principal: item.principal, gen: item.gen, fault: code });
  }

  #tryLater(item: DesiredItem): void {
    const random = (this.#to.random ?? Math.random)();
    this.#lanes.retry(item, (attempt) => backoff(attempt, { first: 500, cap: 60_000, random }));
  }

  /** Without the note the change is tried once more after a restart, which is harmless. */
  #noteRefusal(item: DesiredItem, code: ApplyFault): void {
    try {
      this.#to.journal.refuse(item, code);
    } catch (error) {
      this.#to.complain?.(`${item.kind}/${item.principal}: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }

  #knownOf(item: DesiredItem): Known {
    const entry = this.#to.journal.read(item);
    return { begun: entry?.item.gen ?? 0, applied: entry?.applied ?? 0 };
  }

  #serviceOf(item: DesiredItem): ServicePort {
    const service = this.#to.services[item.kind];
    if (!service) throw new Error(`this host does not serve ${item.kind}`);
    return service;
  }
}

const digestOf = async (item: DesiredItem) => (item.state === null ? null : sha256Hex(KINDS[item.kind].digestInput(item.state)));

const isAsWanted = (standing: Standing | 'foreign' | null, gen: number, digest: string) =>
  standing !== null && standing !== 'foreign' && standing.gen === gen && standing.digest === digest;
