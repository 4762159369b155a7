import { liesWithin } from '../../../../contract/files/path.ts';
import type { Gathered } from './gather.ts';
import { Queue } from './queue.ts';
import { Running } from './running.ts';
import {
  OVER,
  pauseBefore,
  type Send,
  type SendFault,
  type SendOutcome,
  type Transfer,
  type TransferState,
  transfersOf,
} from './transfer.ts';
import { Watch } from './watch.ts';

const AT_ONCE = 3;
const UNDER_WAY: readonly TransferState[] = ['running', 'offline', 'paused'];

export type Conflict = 'keep-both' | 'replace' | 'skip';

export interface UploadsOptions {
  send: Send;
  /** Something has arrived in this directory. */
  onArrived?: (into: string) => void;
  /** Given up for good: whatever the server keeps of it may go. */
  onGivenUp?: (transfer: Transfer) => void;
  now?: () => number;
}

/** All uploads of a page: three at a time, directories before what lies in them, each going on by itself after a lost connection. */
export class Uploads {
  readonly #queue = new Queue();
  readonly #running = new Running();
  readonly #options: UploadsOptions;
  readonly watch: Watch;
  #nextId = 1;
  #held = false;
  #diskFull = false;
  #forAll: Conflict | null = null;

  constructor(options: UploadsOptions) {
    this.#options = options;
    this.watch = new Watch(this.#queue, () => ({ held: this.#held, diskFull: this.#diskFull }), options.now);
  }

  /** Nothing was ever sent from this page. */
  get isUntouched(): boolean {
    return this.#nextId === 1;
  }

  add(gathered: Gathered, into: string): void {
    if (this.#queue.in('asking', 1).length === 0) this.#forAll = null;
    this.#queue.add(transfersOf(gathered, into).map((transfer) => ({ ...transfer, id: this.#nextId++ })));
    this.#go();
  }

  pause(id: number): void {
    this.#stop(id, 'paused');
    this.#go();
  }

  /** Goes on with what was paused, or tries again what failed. */
  resume(id: number): void {
    this.#queue.change(id, { state: 'waiting', tries: 0, fault: null });
    this.#go();
  }

  /** Nothing new begins, and what runs stops. */
  pauseAll(): void {
    this.#held = true;
    for (const { id } of [...this.#queue.in('running'), ...this.#queue.in('offline')]) this.#stop(id, 'waiting');
    this.watch.forgetSpeed();
    this.watch.tell();
  }

  resumeAll(): void {
    this.#held = false;
    this.#diskFull = false;
    for (const { id } of this.#queue.in('paused')) this.#queue.change(id, { state: 'waiting' });
    this.#go();
  }

  cancel(id: number): void {
    this.#stop(id, 'cancelled');
    const transfer = this.#queue.get(id);
    if (transfer) this.#options.onGivenUp?.(transfer);
    this.#go();
  }

  cancelAll(): void {
    this.pauseAll();
    for (const state of ['paused', 'waiting', 'asking'] as const) for (const { id } of this.#queue.in(state)) this.cancel(id);
    this.resumeAll();
  }

  /** Tries everything again that failed. */
  retryFailed(): void {
    for (const { id } of this.#queue.in('failed')) this.#queue.change(id, { state: 'waiting', tries: 0, fault: null });
    this.resumeAll();
  }

  /** What to do with the thing that is asked about, or with every one that is there already. */
  answer(id: number, choice: Conflict, forAll: boolean): void {
    if (forAll) this.#forAll = choice;
    for (const asked of this.#queue.in('asking')) if (forAll || asked.id === id) this.#decide(asked.id, choice);
    this.#go();
  }

  /** The connection is back: whoever waits for it goes on at once. */
  online(): void {
    for (const { id } of this.#queue.in('offline')) this.#wake(id);
  }

  forgetOver(): void {
    this.#queue.forgetOver();
    this.watch.tell();
  }

  #decide(id: number, choice: Conflict): void {
    this.#queue.change(id, choice === 'skip' ? { state: 'skipped' } : { state: 'waiting', ifThere: choice, fault: null });
  }

  #wake(id: number): void {
    this.#running.forgetPause(id);
    if (this.#queue.get(id)?.state === 'offline') this.#queue.change(id, { state: 'waiting' });
    this.#go();
  }

  #stop(id: number, state: TransferState): void {
    this.#running.stop(id);
    const known = this.#queue.get(id);
    if (known && !OVER.has(known.state)) this.#queue.change(id, { state });
  }

  /** Directories go alone and in order: what lies in them needs them. */
  #next(): Transfer | null {
    if (this.#held || this.#running.size >= AT_ONCE) return null;
    const [first] = this.#queue.in('waiting', 1);
    if (!first) return null;
    const folderUnderWay = UNDER_WAY.some((state) => this.#queue.in(state, AT_ONCE).some(({ file }) => file === null));
    return folderUnderWay || (first.file === null && this.#running.size > 0) ? null : first;
  }

  #go(): void {
    for (let next = this.#next(); next; next = this.#next()) void this.#run(next);
    this.watch.tell();
  }

  async #run(transfer: Transfer): Promise<void> {
    const { id } = transfer;
    const signal = this.#running.begin(id);
    this.#queue.change(id, { state: 'running', fault: null });
    const onSent = (sent: number) => {
      if (signal.aborted) return;
      this.#queue.change(id, sent > (this.#queue.get(id)?.sent ?? 0) ? { sent, tries: 0 } : { sent });
      this.watch.tell();
    };
    const outcome = await this.#options.send(transfer, signal, onSent);
    if (signal.aborted) return;
    this.#running.end(id);
    this.#settle(id, outcome);
    this.#go();
  }

  #settle(id: number, outcome: SendOutcome): void {
    const transfer = this.#queue.get(id);
    if (!transfer) return;
    if (outcome.ok) {
      if (transfer.file) this.#queue.change(id, { state: 'done', sent: transfer.size });
      else this.#queue.remove(id);
      this.#options.onArrived?.(transfer.into);
    } else if (outcome.fault === 'exists' && transfer.file === null) this.#queue.remove(id);
    else if (outcome.fault === 'exists' && transfer.ifThere === 'refuse') {
      this.#queue.change(id, { state: 'asking', fault: 'exists' });
      if (this.#forAll) this.#decide(id, this.#forAll);
    } else this.#trouble(transfer, outcome.fault);
  }

  #trouble(transfer: Transfer, fault: SendFault): void {
    const { id, tries } = transfer;
    const pause = pauseBefore(fault, tries);
    if (pause === null) this.#fail(transfer, fault);
    else {
      this.#queue.change(id, { state: 'offline', fault, tries: tries + 1 });
      this.#running.pause(id, pause, () => this.#wake(id));
    }
  }

  #fail(transfer: Transfer, fault: SendFault): void {
    this.#queue.change(transfer.id, { state: 'failed', fault });
    // Without its directory a file has nowhere to go.
    if (transfer.file === null)
      for (const { id, at } of this.#queue.in('waiting'))
        if (liesWithin(transfer.at, at)) this.#queue.change(id, { state: 'failed', fault });
    if (fault !== 'disk-full') return;
    // Every other one would meet the same.
    this.#diskFull = true;
    this.pauseAll();
  }
}
