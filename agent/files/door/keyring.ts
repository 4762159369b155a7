import { createHmac, timingSafeEqual } from 'node:crypto';
import { type FileTicket, fileTicket, TICKET_MS, ticketText } from '../../../contract/files/index.ts';
import type { Standing } from '../messages.ts';

/** Tells a good ticket from all others. */
export class Keyring {
  readonly #hostId: string;
  #keys: { key: Buffer; until: number | null }[] = [];
  #voided = new Map<string, number>();

  constructor(hostId: string) {
    this.#hostId = hostId;
  }

  take({ keys, voided }: Omit<Standing, 't'>): void {
    this.#keys = keys.map(({ key, until }) => ({ key: Buffer.from(key, 'base64url'), until }));
    this.#voided = new Map(voided.map(({ account, issuedBefore }) => [account, issuedBefore]));
  }

  /** What a ticket says, when it is this host's, signed by a key that counts, in time, and not made void. */
  read(text: string, now: number): FileTicket | null {
    if (!ticketText.safeParse(text).success) return null;
    const [said = '', signature = ''] = text.split('.');
    if (!this.#isSigned(said, Buffer.from(signature, 'base64url'), now)) return null;
    const ticket = fileTicket.safeParse(parse(said)).data;
    return ticket?.host === this.#hostId && isInTime(ticket, now) && !this.isVoid(ticket) ? ticket : null;
  }

  isVoid({ account, issuedAt }: FileTicket): boolean {
    return issuedAt < (this.#voided.get(account) ?? 0);
  }

  #isSigned(said: string, signature: Buffer, now: number): boolean {
    return this.#keys
      .filter(({ until }) => until === null || now < until)
      .some(({ key }) => timingSafeEqual(createHmac('sha256', key).update(said).digest(), signature));
  }
}

const isInTime = ({ issuedAt, notAfter }: FileTicket, now: number) => now <= notAfter && notAfter - issuedAt <= TICKET_MS;

function parse(said: string): unknown {
  try {
    return JSON.parse(Buffer.from(said, 'base64url').toString('utf8'));
  } catch {
    // What is no JSON is no ticket.
    return null;
  }
}
