import type { ApplyFault } from '../../contract/index.ts';
import type { Told } from './port.ts';

/**
 * Why a vendor did not do what was asked. `busy`: it says to come again. `away`: it cannot be reached, is broken, or does not know us.
 * `missing`: what was asked about is not there. `refused`: it understands and says no. `seats-out`: no bought seat is left.
 */
export type TroubleKind = 'busy' | 'away' | 'missing' | 'refused' | 'seats-out' | 'strange';

/** Carries no word of the vendor's answer: that may hold names of people, or what we sent. */
export class VendorTrouble extends Error {
  readonly kind: TroubleKind;
  readonly waitMs: number | null;
  /** The vendor's own code for it, where it has one. */
  readonly code: string | null;
  /** HTTP's; null where no answer came. */
  readonly status: number | null;

  constructor(kind: TroubleKind, facts: Partial<Pick<VendorTrouble, 'waitMs' | 'code' | 'status'>> = {}) {
    super(`a vendor's cloud: ${kind}`);
    this.name = 'VendorTrouble';
    this.kind = kind;
    this.waitMs = facts.waitMs ?? null;
    this.code = facts.code ?? null;
    this.status = facts.status ?? null;
  }
}

/** What people are told; to wait when told to is no problem yet. */
const PROBLEMS: Record<TroubleKind, ApplyFault | null> = {
  busy: null,
  away: 'service-unavailable',
  missing: 'service-unavailable',
  refused: 'vendor-refused',
  'seats-out': 'vendor-seats-out',
  strange: 'unexpected',
};

/** Does what it can, and says how far it came. */
export async function told(work: () => Promise<void>): Promise<Told> {
  try {
    await work();
    return { done: true };
  } catch (error) {
    if (!(error instanceof VendorTrouble)) throw error;
    return { done: false, problem: PROBLEMS[error.kind], waitMs: error.waitMs };
  }
}

/** The value, or null where the vendor has no such thing. */
export async function orMissing<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof VendorTrouble && error.kind === 'missing') return null;
    throw error;
  }
}
