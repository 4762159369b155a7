import type { ApplyFault } from '../../../contract/index.ts';

/** A failure of PowerDNS, told without its own words: those quote records. */
export class PowerdnsError extends Error {
  override readonly name = 'PowerdnsError';
  readonly fault: ApplyFault;

  constructor(what: string, fault: ApplyFault) {
    super(`PowerDNS: ${what}`);
    this.fault = fault;
  }
}

type Refusal = { ok: false; fault: ApplyFault };

/** Lets work that PowerDNS may refuse end in a value. */
export async function orFault<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PowerdnsError && error.fault !== 'unexpected') return { ok: false, fault: error.fault };
    throw error;
  }
}
