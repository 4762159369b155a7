import { dirname } from 'node:path';
import { z } from 'zod';
import { freeBytes } from '../../system/disk.ts';
import { readText } from '../../system/files.ts';
import { PowerdnsError } from './faults.ts';

export type ApiOptions = {
  /** PowerDNS' own web server, on loopback. */
  apiUrl: string;
  /** Holds the key to it; readable by root alone. */
  keyFile: string;
};

const rrset = z.object({
  /** Whole, with a dot at the end. */
  name: z.string(),
  type: z.string(),
  ttl: z.number(),
  records: z.array(z.object({ content: z.string(), disabled: z.boolean() })),
  comments: z.array(z.object({ account: z.string(), content: z.string() })),
});
export type Rrset = z.infer<typeof rrset>;

const listed = z.object({ name: z.string(), account: z.string(), serial: z.number() });
export type ListedZone = z.infer<typeof listed>;

const zone = listed.extend({
  kind: z.string(),
  dnssec: z.boolean(),
  api_rectify: z.boolean(),
  soa_edit_api: z.string(),
  nsec3param: z.string(),
  nsec3narrow: z.boolean(),
  rrsets: z.array(rrset),
});
export type Zone = z.infer<typeof zone>;
export type ZoneSettings = Pick<
  Zone,
  'kind' | 'account' | 'dnssec' | 'api_rectify' | 'soa_edit_api' | 'nsec3param' | 'nsec3narrow'
>;

/** What becomes of one set of records; a set without records is deleted. */
export type Change = Pick<Rrset, 'name' | 'type' | 'ttl'> & { contents: string[]; comment?: string };

const cryptokeys = z.array(z.object({ active: z.boolean(), published: z.boolean(), ds: z.array(z.string()).optional() }));
const settings = z.array(z.object({ name: z.string(), value: z.string().optional() }));

const ANSWER_MS = 15_000;
/** Less than this is a full disk. */
const ENOUGH_BYTES = 1024 ** 2;

/** PowerDNS through its HTTP interface. It may be down at any time: the next question finds it again. */
export class PowerdnsApi {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  async list(): Promise<ListedZone[]> {
    return z.array(listed).parse(await this.#ask('GET', '/zones?dnssec=false'));
  }

  /** The zone with all its records; null when there is none. */
  async read(name: string): Promise<Zone | null> {
    const found = await this.#ask('GET', `/zones/${name}.`);
    return found === null ? null : zone.parse(found);
  }

  /** Makes a zone with everything in it. */
  async create(name: string, as: ZoneSettings, changes: readonly Change[], account: string): Promise<void> {
    const rrsets = changes.map((change) => written(change, account));
    await this.#ask('POST', '/zones?rrsets=false', { name: `${name}.`, ...as, nameservers: [], rrsets });
  }

  /** Makes all changes or none, raises the serial, and lets nobody be answered from before. */
  async change(name: string, changes: readonly Change[], account: string): Promise<void> {
    const rrsets = changes.map((change) =>
      change.contents.length > 0
        ? { ...written(change, account), changetype: 'REPLACE' }
        : { name: change.name, type: change.type, changetype: 'DELETE' },
    );
    await this.#ask('PATCH', `/zones/${name}.`, { rrsets });
  }

  async set(name: string, as: ZoneSettings): Promise<void> {
    await this.#ask('PUT', `/zones/${name}.`, as);
  }

  /** With its records and its keys. */
  async delete(name: string): Promise<void> {
    await this.#ask('DELETE', `/zones/${name}.`);
  }

  /** Forgets answers from before: that there is no such zone is remembered for a while, and making one does not change that. */
  async flush(name: string): Promise<void> {
    await this.#ask('PUT', `/cache/flush?domain=${name}.`);
  }

  /** DS records of the keys that sign the zone; none when there is no such zone. */
  async ds(name: string): Promise<string[]> {
    const keys = cryptokeys.parse((await this.#ask('GET', `/zones/${name}./cryptokeys`)) ?? []);
    return keys.filter(({ active, published }) => active && published).flatMap(({ ds }) => ds ?? []);
  }

  /** How the server is configured. */
  async settings(): Promise<Map<string, string>> {
    const found = settings.parse(await this.#ask('GET', '/config'));
    return new Map(found.map(({ name, value }) => [name, value ?? '']));
  }

  /** Null when what is asked for is not there. */
  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await this.#send(method, path, body);
    const what = `${method} ${path}: ${response.status}`;
    if (response.status === 404) return null;
    if (response.ok) return response.status === 204 ? null : response.json();
    if (response.status === 401) throw new PowerdnsError(what, 'service-unavailable');
    if (response.status < 500) throw new PowerdnsError(what, 'unexpected');
    throw new PowerdnsError(what, (await this.#isDiskFull(path)) ? 'disk-full' : 'service-unavailable');
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const key = readText(this.#options.keyFile)?.trim();
    if (!key) throw new PowerdnsError('there is no key', 'service-unavailable');
    try {
      return await fetch(new URL(`/api/v1/servers/localhost${path}`, this.#options.apiUrl), {
        method,
        headers: { 'X-API-Key': key },
        signal: AbortSignal.timeout(ANSWER_MS),
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch {
      // No connection, cut off, or no answer in time: fetch's own words say no more.
      throw new PowerdnsError(`${method} ${path}: no answer`, 'service-unavailable');
    }
  }

  /** PowerDNS answers a full disk like any fault of its own, so the disk is asked. */
  async #isDiskFull(path: string): Promise<boolean> {
    if (path === '/config') return false;
    const file = (await this.settings()).get('gsqlite3-database');
    return file !== undefined && freeBytes(dirname(file)) < ENOUGH_BYTES;
  }
}

const written = ({ name, type, ttl, contents, comment }: Change, account: string) => ({
  name,
  type,
  ttl,
  records: contents.map((content) => ({ content, disabled: false })),
  ...(comment !== undefined && { comments: [{ content: comment, account }] }),
});
