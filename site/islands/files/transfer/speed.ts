import { counted, HOURS, MINUTES } from '../../../words/plural.ts';

const WINDOW = 12_000;
/** Before that, a guess would jump up and down. */
const SETTLED = 3000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How fast bytes have gone lately. Moments are epoch milliseconds. */
export class Speed {
  #marks: { at: number; sent: number }[] = [];

  mark(at: number, sent: number): void {
    // Something was given up or began anew: what was measured before says nothing of what is left.
    if (sent < (this.#marks.at(-1)?.sent ?? 0)) this.#marks = [];
    this.#marks = [...this.#marks.filter((mark) => at - mark.at <= WINDOW), { at, sent }];
  }

  forget(): void {
    this.#marks = [];
  }

  /** Milliseconds until `left` bytes have gone too; null while that cannot be told. */
  timeFor(left: number): number | null {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || last.at - first.at < SETTLED || last.sent <= first.sent) return null;
    return (left * (last.at - first.at)) / (last.sent - first.sent);
  }
}

/** „około 3 minuty”; as rough as it is known. */
export function durationWords(ms: number): string {
  if (ms < MINUTE) return 'mniej niż minuta';
  if (ms < HOUR) return `około ${counted(Math.ceil(ms / MINUTE), MINUTES)}`;
  return `około ${counted(Math.round(ms / HOUR), HOURS)}`;
}
