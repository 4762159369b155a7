import type { RecordType } from '../kinds/index.ts';
import { isHostName, type Resolve } from './names.ts';
import { quoted, quoteText, readStrings, writeStrings } from './strings.ts';

/** Why the data of a record cannot be taken. */
export type DataFault =
  | 'ipv4-invalid'
  | 'ipv6-invalid'
  | 'address-of-other-kind'
  | 'address-is-name'
  | 'host-invalid'
  | 'host-is-address'
  | 'mx-invalid'
  | 'srv-invalid'
  | 'caa-invalid'
  | 'txt-invalid'
  | 'data-too-long';
export type DataRead = { ok: true; data: string } | { ok: false; code: DataFault };

const MAX_DATA = 4096;
const no = (code: DataFault): DataRead => ({ ok: false, code });
const yes = (data: string): DataRead => (data.length > MAX_DATA ? no('data-too-long') : { ok: true, data });

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const isIPv4 = (text: string) => IPV4.test(text);

/** IPv6 at its shortest (RFC 5952); null when it is none. */
function shortest(text: string): string | null {
  if (!/^[0-9a-f:.]+$/i.test(text) || !text.includes(':') || !URL.canParse(`http://[${text}]/`)) return null;
  return new URL(`http://[${text}]/`).hostname.slice(1, -1);
}
const isAddress = (text: string) => isIPv4(text) || shortest(text) !== null;
const looksLikeName = (text: string) => /[a-z]/i.test(text) && !text.includes(':');

/** A number as people and files write it, without leading zeros; null when it is none or too great. */
function number(text: string | undefined, most: number): string | null {
  return text !== undefined && /^\d{1,10}$/.test(text) && Number(text) <= most ? String(Number(text)) : null;
}

function host(text: string, resolve: Resolve, mayBeNone = false): DataRead {
  if (text === '.') return mayBeNone ? yes('.') : no('host-invalid');
  if (isAddress(text.replace(/\.$/, ''))) return no('host-is-address');
  const name = resolve(text);
  return name !== null && isHostName(name) ? yes(name) : no('host-invalid');
}

/** Numbers, and then a host. */
function numbersAndHost(text: string, count: number, fault: DataFault, resolve: Resolve): DataRead {
  const parts = text.split(/\s+/);
  const numbers = parts.slice(0, count).map((part) => number(part, 65_535));
  const [target, ...more] = parts.slice(count);
  if (target === undefined || more.length > 0 || numbers.includes(null)) return no(fault);
  const read = host(target, resolve, true);
  return read.ok ? yes([...numbers, read.data].join(' ')) : read;
}

function caa(text: string): DataRead {
  const [, flags, tag, rest] = /^(\d+)\s+([a-z0-9]{1,15})\s+(\S.*)$/is.exec(text) ?? [];
  const flag = number(flags, 255);
  const value = rest ? readStrings(/^".*"$/s.test(rest) ? rest : quoteText(rest)) : null;
  if (flag === null || !tag || value?.length !== 1) return no('caa-invalid');
  return yes(`${flag} ${tag.toLowerCase()} ${value.map(quoted).join('')}`);
}

function txt(text: string): DataRead {
  const strings = readStrings(text);
  return strings && strings.length > 0 ? yes(writeStrings(strings)) : no('txt-invalid');
}

/** Turns the data of a record from any presentation form into the canonical one (`dnsRecord` says what it is); `resolve` makes its names whole. */
export function canonicalData(type: RecordType, text: string, resolve: Resolve): DataRead {
  switch (type) {
    case 'A':
      if (isIPv4(text)) return yes(text);
      return no(shortest(text) ? 'address-of-other-kind' : looksLikeName(text) ? 'address-is-name' : 'ipv4-invalid');
    case 'AAAA': {
      const address = shortest(text);
      if (address) return yes(address);
      return no(isIPv4(text) ? 'address-of-other-kind' : looksLikeName(text) ? 'address-is-name' : 'ipv6-invalid');
    }
    case 'CNAME':
    case 'NS':
      return host(text, resolve);
    case 'MX':
      return numbersAndHost(text, 1, 'mx-invalid', resolve);
    case 'SRV':
      return numbersAndHost(text, 3, 'srv-invalid', resolve);
    case 'CAA':
      return caa(text);
    case 'TXT':
      return txt(text);
  }
}

/** The data of a TXT record as people type it: quoted strings, or else one text as it is. */
export const typedText = (text: string): string => (text.startsWith('"') ? text : quoteText(text));

/** The host that a record in canonical form leads to; null when it leads to none. */
export function targetOf({ type, data }: { type: RecordType; data: string }): string | null {
  const target = type === 'CNAME' || type === 'NS' || type === 'MX' || type === 'SRV' ? data.split(' ').at(-1) : undefined;
  return target === undefined || target === '.' ? null : target;
}
