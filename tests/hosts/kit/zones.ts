import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../agent/journal/index.ts';
import { Guard, Reconciler, type Report, systemClock, takeInventory } from '../../../agent/reconcile/index.ts';
import { openDnsService } from '../../../agent/services/dns/index.ts';
import {
  compareRecords,
  type DesiredItem,
  type DnsRecord,
  type InventoryItem,
  type RecordType,
} from '../../../contract/index.ts';
import { command, mustRun, type Powerdns, startPowerdns } from '../../support/hosting/index.ts';

/** A real PowerDNS with the agent's own reconciler beside it, and no edge. */
export type Zones = {
  dns: ReturnType<typeof openDnsService>;
  powerdns: Powerdns;
  reports: Report[];
  submit(...items: DesiredItem[]): Promise<void>;
  inventory(): Promise<InventoryItem[]>;
  /** What `dig` prints. */
  dig(...words: string[]): Promise<string>;
  /** The data of the answer alone, a line each, sorted. */
  ask(name: string, type: string): Promise<string[]>;
  /** As an operator beside us: PowerDNS' own tool, on the same file. */
  pdnsutil(...words: string[]): Promise<string>;
  /** Lets PowerDNS look at what its own tool did, as it would by itself after half a minute. */
  forget(zone: string): Promise<void>;
  serial(zone: string): Promise<number>;
  restart(): Promise<void>;
  end(): Promise<void>;
};

/** `diskMegabytes` gives PowerDNS a disk of its own, so that it can be filled. */
export async function openZones({ diskMegabytes }: { diskMegabytes?: number } = {}): Promise<Zones> {
  const dir = await mkdtemp(join(tmpdir(), 'kl-'));
  await chmod(dir, 0o755);
  if (diskMegabytes) await mustRun('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=755`, 'none', dir]);
  const powerdns = await startPowerdns({ dir: join(dir, 'dns') });
  const dns = openDnsService({ ...powerdns, keyFile: powerdns.paths.keyFile });
  const journal = new Journal(':memory:');
  const reports: Report[] = [];
  const services = { zone: dns.zones };
  const reconciler = new Reconciler({ services, journal, clock: systemClock, report: (report) => reports.push(report) > 0 });
  const guard = new Guard(dns.zones, systemClock, (names) => reconciler.repair('zone', names));
  await guard.look();
  const zones: Zones = {
    dns,
    powerdns,
    reports,
    async submit(...items) {
      reconciler.submit(items);
      await reconciler.settled();
    },
    inventory: async () => (await takeInventory(services, journal)).items,
    dig: (...words) => mustRun('dig', ['@127.0.0.1', '-p', String(powerdns.port), '+tries=1', ...words]),
    ask: async (name, type) => (await zones.dig('+short', name, type)).split('\n').filter(Boolean).sort(),
    async pdnsutil(...words) {
      const result = await command('pdnsutil', [`--config-dir=${powerdns.paths.own}`, ...words]);
      if (result.code !== 0) throw new Error(result.stdout + result.stderr);
      return result.stdout;
    },
    forget: async (zone) => void (await mustRun('pdns_control', [`--config-dir=${powerdns.paths.own}`, 'purge', `${zone}$`])),
    serial: async (zone) => Number((await zones.ask(zone, 'SOA'))[0]?.split(' ')[2]),
    async restart() {
      zones.powerdns = await startPowerdns({ dir: powerdns.paths.own });
    },
    async end() {
      guard.stop();
      reconciler.stop();
      await reconciler.settled();
      journal.close();
      await zones.powerdns.stop();
      if (diskMegabytes) await mustRun('umount', [dir]);
      await rm(dir, { recursive: true, force: true });
    },
  };
  return zones;
}

/** `['www', 'A', '192.0.2.1']` of a zone; `@` is the zone itself. */
export type Line = readonly [name: string, type: RecordType, data: string, ttl?: number];

export const recordsIn = (zone: string, lines: readonly Line[]): DnsRecord[] =>
  lines
    .map(([name, type, data, ttl = 300]) => ({ name: name === '@' ? zone : `${name}.${zone}`, type, ttl, data }))
    .sort(compareRecords);
export const present = (zone: string, lines: readonly Line[], gen = 1): DesiredItem => ({
  kind: 'zone',
  principal: zone,
  gen,
  state: { records: recordsIn(zone, lines) },
});
export const absent = (zone: string, gen: number): DesiredItem => ({ kind: 'zone', principal: zone, gen, state: null });
