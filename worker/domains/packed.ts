import { type DnsRecord, MAX_ZONE_BYTES } from '../../contract/index.ts';

/** Longer lists are kept compressed, so that the largest change fits into a row. */
const PLAIN_LENGTH = 100_000;
const MARK = 'gzip:';

const through = (bytes: Uint8Array<ArrayBuffer>, by: CompressionStream | DecompressionStream): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(by)).arrayBuffer();

/** Records as text for a table's column. */
export async function pack(records: readonly DnsRecord[]): Promise<string> {
  const json = JSON.stringify(records);
  if (json.length <= PLAIN_LENGTH) return json;
  const bytes = await through(new TextEncoder().encode(json) as Uint8Array<ArrayBuffer>, new CompressionStream('gzip'));
  return MARK + Buffer.from(bytes).toString('base64');
}

/** The records that {@link pack} has packed. */
export async function unpack(text: string): Promise<DnsRecord[]> {
  if (!text.startsWith(MARK)) return JSON.parse(text) as DnsRecord[];
  const bytes = new Uint8Array(Buffer.from(text.slice(MARK.length), 'base64'));
  return JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream('gzip')))) as DnsRecord[];
}

/** True when both lists of a change fit into one row. */
export const fits = (removed: string, added: string): boolean => removed.length + added.length <= MAX_ZONE_BYTES;
