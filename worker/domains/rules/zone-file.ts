import {
  canonicalData,
  type DnsRecord,
  fileNames,
  isOwnerName,
  isWithin,
  MAX_TTL,
  MIN_TTL,
  recordType,
  type ZonePreview,
} from '../../../contract/index.ts';
import { MESSAGES } from './messages.ts';
import { DNSSEC_TYPES, SKIPPED, type SkipReason } from './skipped.ts';
import { type Entry, readEntries } from './zone-file-entries.ts';

/** What a zone file holds: records in canonical form, and what was left out. */
export interface FileRead {
  records: DnsRecord[];
  skipped: ZonePreview['skipped'];
  /** True when a TTL was too short or too long, and was brought within bounds. */
  clamped: boolean;
}

const DEFAULT_TTL = 3600;
const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const TTL = /^\d+[smhdw]?(?:\d+[smhdw])*$/i;
const SHOWN = 120;

/** Seconds; units add up, as in `1h30m`. */
const secondsOf = (text: string): number =>
  [...text.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit || 's'] ?? 1),
    0,
  );

/** Reads a zone file (RFC 1035), as BIND, PowerDNS or cPanel write it. */
export function readZoneFile(text: string, domain: string): FileRead {
  const reader = new Reader(domain);
  for (const entry of readEntries(text)) reader.take(entry);
  return { records: reader.records, skipped: reader.skipped, clamped: reader.clamped };
}

interface Head {
  name: string | null;
  type: string;
  of: string;
  isKept: boolean;
  isEmpty: boolean;
}

class Reader {
  readonly records: DnsRecord[] = [];
  readonly skipped: ZonePreview['skipped'] = [];
  clamped = false;
  readonly #domain: string;
  #origin: string;
  /** What `$TTL` said, and else the last TTL that an entry had of its own. */
  #said: number | null = null;
  #last: number | null = null;
  #owner: string | null = null;

  constructor(domain: string) {
    this.#domain = domain;
    this.#origin = domain;
  }

  take(entry: Entry): void {
    if (!entry.isWhole) this.#skip(entry, SKIPPED.unreadable());
    else if (entry.tokens[0]?.startsWith('$') && !entry.continues) this.#direct(entry);
    else this.#record(entry);
  }

  #record(entry: Entry): void {
    const tokens = [...entry.tokens];
    if (!entry.continues) this.#owner = fileNames(this.#origin)(tokens.shift() ?? '');
    const { ttl, type, of } = this.#head(tokens);
    const name = this.#owner;
    const parsed = recordType.safeParse(type);
    const reason = this.#reasonAgainst({ name, type, of, isKept: parsed.success, isEmpty: tokens.length === 0 });
    if (reason || name === null || !parsed.success) {
      const what = reason === 'outside' ? (name ?? '') : reason === 'class' ? of : type;
      this.#leave(entry, reason ?? 'name-invalid', what);
      return;
    }
    const read = canonicalData(parsed.data, tokens.join(' '), fileNames(this.#origin));
    if (read.ok) this.records.push({ name, type: parsed.data, ttl, data: read.data });
    else this.#skip(entry, MESSAGES[read.code].say({ name, type, target: '', domain: this.#domain }));
  }

  /** TTL, class and type, in whichever order; what is left of the tokens is the data. */
  #head(tokens: string[]): { ttl: number; of: string; type: string } {
    let own: number | null = null;
    let of = 'IN';
    for (let token = tokens[0]; token !== undefined; token = tokens[0]) {
      if (TTL.test(token)) own = secondsOf(token);
      else if (/^(IN|CH|HS|CS|ANY)$/i.test(token)) of = token.toUpperCase();
      else break;
      tokens.shift();
    }
    const type = (tokens.shift() ?? '').toUpperCase();
    const ttl = own ?? this.#said ?? this.#last ?? DEFAULT_TTL;
    if (own !== null) this.#last = own;
    const within = Math.min(MAX_TTL, Math.max(MIN_TTL, ttl));
    if (within !== ttl && recordType.safeParse(type).success) this.clamped = true;
    return { ttl: within, of, type };
  }

  #reasonAgainst({ name, type, of, isKept, isEmpty }: Head): SkipReason | null {
    if (of !== 'IN') return 'class';
    if (type === '' || isEmpty) return 'unreadable';
    if (type === 'SOA') return 'soa';
    if (DNSSEC_TYPES.has(type)) return 'dnssec';
    if (name === null || !isOwnerName(name)) return 'name-invalid';
    if (!isWithin(name, this.#domain)) return 'outside';
    if (type === 'NS' && name === this.#domain) return 'ns-at-top';
    if (!isKept) return /^[A-Z][A-Z0-9-]*$/.test(type) ? 'type' : 'unreadable';
    return null;
  }

  #direct(entry: Entry): void {
    const [directive = '', value = ''] = entry.tokens;
    const name = directive.toUpperCase();
    if (name === '$TTL' && TTL.test(value)) this.#said = secondsOf(value);
    else if (name === '$ORIGIN') this.#turnTo(entry, value);
    else this.#leave(entry, 'directive', directive);
  }

  #turnTo(entry: Entry, value: string): void {
    const origin = value === '.' ? '' : fileNames(this.#origin)(value);
    if (origin === null) this.#leave(entry, 'name-invalid', '');
    else this.#origin = origin;
  }

  #leave(entry: Entry, reason: SkipReason, what: string): void {
    this.#skip(entry, SKIPPED[reason](what));
  }

  #skip({ line, tokens }: Entry, message: string): void {
    this.skipped.push({ line, text: tokens.join(' ').slice(0, SHOWN), message });
  }
}
