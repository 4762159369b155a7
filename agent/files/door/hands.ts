import type { Agent } from 'node:http';
import type { Child } from '../../system/children.ts';
import { deleteTree } from '../../system/trees.ts';
import { fromBelow } from '../messages.ts';
import { SpareHand } from './spare.ts';
import { WideAgent } from './wide-agent.ts';

export type HandsOptions = {
  /** The agent's own program. */
  program: string;
  customersRoot: string;
  runDir: string;
  complain: (words: string) => void;
  idleMs?: number;
  most?: number;
};
/** Why there is no hand for a tree. */
export type NoHand = 'missing' | 'unavailable';
export type Hand = { socket: string; agent: Agent; isBack: () => void };

type Kept = {
  child: Child;
  socket: string;
  agent: Agent;
  ready: Promise<NoHand | null>;
  swept: () => void;
  uses: number;
  idle: NodeJS.Timeout | undefined;
};

const IDLE_MS = 60_000;
/** A hand is a process of some 50 MB. */
const MOST_HANDS = 40;

/** The hands of a host: for each customer's tree at most one, started when it is asked for, ended after a minute of rest. */
export class Hands {
  readonly #options: HandsOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #spare: SpareHand;
  #started = 0;

  constructor(options: HandsOptions) {
    this.#options = options;
    this.#spare = new SpareHand(options.program);
  }

  /** Has a hand wait for the next tree. */
  standBy(): void {
    this.#spare.standBy();
  }

  /** A hand for one request; give it back with `isBack`. */
  async lend(tree: string): Promise<Hand | NoHand> {
    const kept = this.#kept.get(tree) ?? this.#makeRoom(tree);
    if (kept === null) return 'unavailable';
    clearTimeout(kept.idle);
    kept.uses += 1;
    const why = await kept.ready;
    if (why === null) return { socket: kept.socket, agent: kept.agent, isBack: () => this.#rest(tree, kept) };
    this.#rest(tree, kept);
    return why;
  }

  /** Lets the hand of a tree throw away what nobody wants any longer. */
  async sweep(tree: string): Promise<void> {
    const hand = await this.lend(tree);
    const kept = this.#kept.get(tree);
    if (typeof hand === 'string' || kept === undefined) return;
    await new Promise<void>((resolve) => {
      kept.swept = resolve;
      kept.child.send({ t: 'sweep' });
    });
    hand.isBack();
    if (kept.uses === 0) await this.#end(tree, kept);
  }

  async close(): Promise<void> {
    await Promise.all([this.#spare.close(), ...[...this.#kept].map(([tree, kept]) => this.#end(tree, kept))]);
  }

  #makeRoom(tree: string): Kept | null {
    const { most = MOST_HANDS } = this.#options;
    const resting = this.#kept.size < most ? undefined : [...this.#kept].find(([, { uses }]) => uses === 0);
    if (resting) void this.#end(...resting);
    return this.#kept.size < most ? this.#start(tree) : null;
  }

  #start(tree: string): Kept {
    const { customersRoot, runDir, complain } = this.#options;
    this.#started += 1;
    const socket = `${runDir}/${this.#started}`;
    const answer = Promise.withResolvers<NoHand | null>();
    const child = this.#spare.take({
      onMessage: (message) => {
        const said = fromBelow.parse(message);
        if (said.t === 'complain') return complain(said.words);
        if (said.t === 'swept') return kept.swept();
        if (said.t === 'no-tree') this.#forget(tree, kept);
        answer.resolve(said.t === 'ready' ? null : 'missing');
      },
      onExit: () => {
        answer.resolve('unavailable');
        kept.swept();
        if (this.#kept.get(tree) === kept) complain('files-hand: ended by itself');
        this.#forget(tree, kept);
      },
    });
    const agent = new WideAgent({ keepAlive: true, maxFreeSockets: 8 });
    const kept: Kept = { child, socket, agent, ready: answer.promise, swept: () => {}, uses: 0, idle: undefined };
    this.#kept.set(tree, kept);
    child.send({ t: 'serve', customersRoot, tree, socket });
    // Once this one is at work, so that two do not load at the same time.
    void answer.promise.then(() => this.standBy());
    return kept;
  }

  #rest(tree: string, kept: Kept): void {
    kept.uses -= 1;
    if (kept.uses > 0 || this.#kept.get(tree) !== kept) return;
    kept.idle = setTimeout(() => void this.#end(tree, kept), this.#options.idleMs ?? IDLE_MS);
  }

  async #end(tree: string, kept: Kept): Promise<void> {
    this.#forget(tree, kept);
    await kept.child.end();
  }

  #forget(tree: string, kept: Kept): void {
    clearTimeout(kept.idle);
    kept.agent.destroy();
    void deleteTree(kept.socket);
    if (this.#kept.get(tree) === kept) this.#kept.delete(tree);
  }
}
