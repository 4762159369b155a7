import { type FromAgent, fromAgent, type ToAgent, toAgent } from '../../contract/index.ts';
import { settle } from './clock.ts';

export type Lane = 'to the host' | 'to the edge';
/** What the network does to one message. A late one comes after those that were sent behind it. */
export type Trick = 'none' | 'drop' | 'double' | 'late';

interface Ends {
  host: (message: ToAgent) => void;
  edge: (message: FromAgent) => Promise<void>;
}

/** The wire between the edge and one agent: messages are text, and every one may be lost, repeated or overtaken. */
export class Courier {
  connected = false;
  /** Every text that was ever on the wire. */
  readonly log: string[] = [];
  readonly tricks: Record<Lane, Trick[]> = { 'to the host': [], 'to the edge': [] };
  readonly #ends: Ends;
  #queue: { lane: Lane; text: string }[] = [];
  #late: { lane: Lane; text: string }[] = [];

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  send(lane: Lane, message: ToAgent | FromAgent): void {
    const letter = { lane, text: JSON.stringify(message) };
    this.log.push(letter.text);
    if (!this.connected) return;
    const trick = this.tricks[lane].shift();
    if (trick === 'late') this.#late.push(letter);
    else if (trick === 'double') this.#queue.push(letter, letter);
    else if (trick !== 'drop') this.#queue.push(letter);
  }

  /** What is on its way when the line is cut is lost; what was late may still come. */
  cut(): void {
    this.connected = false;
    this.#queue = [];
  }

  letLateOnesCome(): void {
    this.#queue.push(...this.#late.splice(0));
  }

  /** No more tricks, and nothing late any more: the network is well. */
  heal(): void {
    this.#late = [];
    for (const lane of Object.values(this.tricks)) lane.length = 0;
  }

  /** Delivers until nobody has anything to say. The edge takes messages as they come, without waiting for the one before. */
  async deliver(): Promise<void> {
    await settle();
    while (this.#queue.length > 0) {
      await Promise.all(this.#queue.splice(0).map((letter) => this.#handOver(letter)));
      await settle();
    }
  }

  async #handOver({ lane, text }: { lane: Lane; text: string }): Promise<void> {
    if (lane === 'to the edge') return this.#ends.edge(fromAgent.parse(JSON.parse(text)));
    this.#ends.host(toAgent.parse(JSON.parse(text)));
  }
}
