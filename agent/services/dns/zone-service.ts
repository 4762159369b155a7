import { KINDS, type ZoneDesired } from '../../../contract/index.ts';
import type { Ended, Outcome, ServicePort, Standing } from '../../reconcile/index.ts';
import { AtMost } from '../at-most.ts';
import { sha256 } from '../sha256.ts';
import type { PowerdnsApi, Zone, ZoneSettings } from './api.ts';
import { orFault } from './faults.ts';
import { changesBetween, genOf, isServersPartWell, MARK, recordsOf, type ServerOptions, wholeZone } from './zone-content.ts';

/**
 * How each zone of ours is kept: signed, and with NSEC3 that proves the absence of the one name that was asked for, so that
 * nobody can list the others (RFC 9276 for its parameters).
 */
const SETTINGS: ZoneSettings = {
  kind: 'Native',
  account: MARK,
  dnssec: true,
  api_rectify: true,
  soa_edit_api: 'DEFAULT',
  nsec3param: '1 0 0 -',
  nsec3narrow: true,
};

/** Zones in PowerDNS (R6). Only those whose account says `klucznik` are ever touched. */
export class ZoneService implements ServicePort<ZoneDesired> {
  readonly #api: PowerdnsApi;
  readonly #options: ServerOptions;
  readonly #turns = new AtMost(4);
  /** The serial under which each zone stood when it was first read after our last change of it. */
  readonly #seen = new Map<string, number>();

  constructor(api: PowerdnsApi, options: ServerOptions) {
    this.#api = api;
    this.#options = options;
  }

  async read(name: string): Promise<Standing | 'foreign' | null> {
    const zone = await this.#api.read(name);
    if (zone === null) return null;
    return isOurs(zone) ? this.#describe(name, zone) : 'foreign';
  }

  async readAll(): Promise<Standing[]> {
    const ours = (await this.#api.list()).filter(isOurs);
    const standing = await Promise.all(ours.map(({ name }) => this.#turns.run(() => this.read(withoutDot(name)))));
    return standing.filter((one) => one !== null && one !== 'foreign');
  }

  /** Records and gen change together: the gen is a note on the SOA. */
  apply(name: string, gen: number, { records }: ZoneDesired): Promise<Outcome> {
    return orFault<Outcome>(async () => {
      const found = await this.#api.read(name);
      if (found !== null && !isOurs(found)) return { ok: false, fault: 'unexpected' };
      const zone = found !== null && isHalfMade(found) ? await this.#forget(name) : found;
      const wanted = wholeZone(name, gen, zone?.serial ?? 0, records, this.#options);
      if (zone === null) {
        await this.#api.create(name, SETTINGS, wanted, MARK);
        await this.#api.flush(name);
        return { ok: true };
      }
      this.#seen.delete(name);
      if (!isKeptWell(zone)) await this.#api.set(name, SETTINGS);
      const changes = changesBetween(name, zone.rrsets, wanted);
      if (changes.length > 0) await this.#api.change(name, changes, MARK);
      return { ok: true };
    });
  }

  /** Its keys go with it: a zone of that name that is made later has other ones. */
  remove(name: string): Promise<Outcome> {
    return orFault<Outcome>(async () => {
      const zone = await this.#api.read(name);
      this.#seen.delete(name);
      if (zone !== null && isOurs(zone)) await this.#api.delete(name);
      return { ok: true };
    });
  }

  /** Nobody is signed in to a zone. */
  async endSessions(): Promise<Ended> {
    return { ok: true, ended: 0 };
  }

  async endExpired(): Promise<{ ok: true; ended: number; next: number | null }> {
    return { ok: true, ended: 0, next: null };
  }

  /** Zones that somebody else changed or deleted: their serial is no longer the one that was read. Each is told of once. */
  async displaced(): Promise<string[]> {
    if (this.#seen.size === 0) return [];
    const serials = new Map((await this.#api.list()).filter(isOurs).map(({ name, serial }) => [withoutDot(name), serial]));
    const displaced = [...this.#seen].filter(([name, serial]) => serials.get(name) !== serial).map(([name]) => name);
    for (const name of displaced) this.#seen.delete(name);
    return displaced;
  }

  /** DS records for the registry: those with SHA-256, which every registry takes. */
  async ds(name: string): Promise<string[]> {
    const zone = (await this.#api.list()).find((listed) => withoutDot(listed.name) === name);
    if (zone === undefined || !isOurs(zone)) return [];
    return (await this.#api.ds(name)).filter((ds) => ds.split(' ')[2] === SHA_256).map((ds) => ds.toUpperCase());
  }

  async #forget(name: string): Promise<null> {
    await this.#api.delete(name);
    return null;
  }

  #describe(name: string, zone: Zone): Standing {
    if (!this.#seen.has(name)) this.#seen.set(name, zone.serial);
    const gen = genOf(zone);
    const records = recordsOf(name, zone.rrsets);
    const state = { records };
    const isWell = isKeptWell(zone) && isServersPartWell(zone, gen, this.#options);
    const digest = sha256(`${isWell ? '' : 'not as we keep zones\n'}${KINDS.zone.digestInput(state)}`);
    return { principal: name, gen, digest, state: isWell ? state : null };
  }
}

const SHA_256 = '2';
const isOurs = ({ account }: { account: string }) => account === MARK;
/** PowerDNS notes a new zone's name first, and all the rest in one step after that. */
const isHalfMade = ({ rrsets, dnssec }: Zone) => rrsets.length === 0 && !dnssec;
const isKeptWell = (zone: Zone) => (Object.keys(SETTINGS) as (keyof ZoneSettings)[]).every((key) => zone[key] === SETTINGS[key]);
const withoutDot = (name: string) => name.replace(/\.$/, '');
