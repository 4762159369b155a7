import type { ApplyFault, SeatRole } from '../../contract/index.ts';

/** One seat as a vendor is to have it. */
export interface SeatOrder {
  /** Names the seat; unlike any other, and never used twice. */
  principal: string;
  person: { name: string; email: string };
  /** What the vendor calls the customer and the product. */
  tenant: string;
  product: string;
  /** Null: the person is to have nothing by this seat. */
  role: SeatRole | null;
  /** What the same person is to have of the same customer by other seats. */
  besides: { products: readonly string[]; administrator: boolean };
}

/** What an implementation knows of a seat it has spoken of before: ids at the vendor, and what it was about to make; never a secret. */
export type Memory = Readonly<Record<string, string>>;
/** Keeps memory before the step that depends on it, so that a crash in between forgets nothing. */
export type Remember = (memory: Memory) => Promise<void>;

/** What came of it: it is so, read back from the vendor; or not yet, with what is in the way and how long to wait at least. */
export type Told = { done: true } | { done: false; problem: ApplyFault | null; waitMs: number | null };

/**
 * Whoever keeps seats. `apply` makes the vendor's records what the order says, whatever they are and whatever became of earlier
 * tries: it reads first, so that repeating it after a time-out changes nothing twice.
 */
export interface Vendor {
  /** How long after an absence was read it is worth reading again. */
  readonly secondLookMs: number;
  apply(order: SeatOrder, memory: Memory, remember: Remember): Promise<Told>;
}
