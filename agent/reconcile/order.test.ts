import { describe, expect, it } from 'vitest';
import { type ApplyFault, type DesiredItem, KINDS, type Kind, sha256Hex, type ToAgent } from '../../contract/index.ts';
import { Journal } from '../journal/index.ts';
import { Reconciler, type Report, type ServicePort, type Standing, type Wanted } from './index.ts';

const HASH = { hash: `*${'A'.repeat(40)}`, print: 'a'.repeat(64) };
const access = (database: string, principal = 'kl-jan', gen = 1): DesiredItem => ({
  kind: 'database',
  principal,
  gen,
  state: { tree: 'sklep', database, access: 'read', notAfter: null, password: HASH },
});
const asset = (principal: string, gen = 1): DesiredItem => ({
  kind: 'database-asset',
  principal,
  gen,
  state: { tree: 'sklep' },
});
const without = (item: DesiredItem, gen = 2) => ({ ...item, gen, state: null }) as DesiredItem;
const databaseOf = (state: Wanted) => ('database' in state ? state.database : '');

/** A host of databases and of access to them, which is refused for good where there is no such database. */
function aHost(trouble: () => ApplyFault | null = () => null) {
  /** What was begun, in turn: each begins with a look at what stands. How long each takes is another matter. */
  const begun: string[] = [];
  const applied: string[] = [];
  const databases = new Map<string, Standing>();
  const accounts = new Map<string, Standing>();
  const service = (kind: Kind, rows: Map<string, Standing>, refusal: (state: Wanted) => ApplyFault | null): ServicePort => ({
    async read(principal) {
      begun.push(`${kind} ${principal}`);
      return rows.get(principal) ?? null;
    },
    readAll: async () => [...rows.values()],
    async apply(principal, gen, state) {
      applied.push(`${kind} ${principal}`);
      const fault = refusal(state);
      // The access looks for its database at once; making that one takes a while.
      const digest = await sha256Hex(KINDS[kind].digestInput(state));
      if (fault === null) rows.set(principal, { principal, gen, state, digest });
      return fault === null ? { ok: true } : { ok: false, fault };
    },
    async remove(principal) {
      rows.delete(principal);
      return { ok: true };
    },
    endSessions: async () => ({ ok: true, ended: 0 }),
    endExpired: async () => ({ ok: true, ended: 0, next: null }),
    displaced: async () => [],
  });
  const database: ServicePort = {
    ...service('database', accounts, (state) => (databases.has(databaseOf(state)) ? null : 'database-missing')),
    opens: (state) => ({ kind: 'database-asset', principal: databaseOf(state) }),
  };
  const services = { database, 'database-asset': service('database-asset', databases, trouble) };
  const timers: (() => void)[] = [];
  const clock = {
    now: () => 0,
    after(_: number, work: () => void) {
      timers.push(work);
      return () => void timers.splice(timers.indexOf(work), 1);
    },
  };
  const reports: Report[] = [];
  const journal = new Journal(':memory:');
  const reconciler = new Reconciler({ services, journal, clock, report: (report) => reports.push(report) > 0 });
  return {
    begun,
    applied,
    reports,
    async submit(...items: Extract<ToAgent, { t: 'desired' }>['items']) {
      reconciler.submit(items);
      await reconciler.settled();
    },
    /** Lets everything that waits for its time have it. */
    async fire() {
      for (const work of timers.splice(0)) work();
      await reconciler.settled();
    },
    said: () => reports.map((report) => [report.principal, report.t === 'fail' ? report.fault : report.t].join(' ')),
  };
}

describe('access and what it opens', () => {
  it('go in their turn: access is taken away before a database, and given after one', async () => {
    const host = aHost();
    await host.submit(access('sklep_nowa'), asset('sklep_nowa'), without(asset('sklep_stara')), without(access('x', 'kl-ewa')));
    expect(host.begun.slice(0, 4)).toEqual([
      'database kl-ewa',
      'database-asset sklep_stara',
      'database-asset sklep_nowa',
      'database kl-jan',
    ]);
  });

  it('that is being made at the same time: the access waits and is not refused', async () => {
    const host = aHost();
    await host.submit(access('sklep_nowa'), asset('sklep_nowa'));
    expect(host.said()).toEqual(['sklep_nowa ack']);
    await host.fire();
    expect(host.said()).toEqual(['sklep_nowa ack', 'kl-jan ack']);
  });

  it('that cannot be made yet: the access waits as long', async () => {
    let fault: ApplyFault | null = 'disk-full';
    const host = aHost(() => fault);
    await host.submit(access('sklep_nowa'), asset('sklep_nowa'));
    await host.fire();
    await host.fire();
    expect(new Set(host.said())).toEqual(new Set(['sklep_nowa disk-full']));
    fault = null;
    await host.fire();
    await host.fire();
    expect(host.said().slice(-2)).toEqual(['sklep_nowa ack', 'kl-jan ack']);
  });

  it.each([
    ['that nobody asked for', []],
    ['that is lost', [asset('sklep_nowa')]],
  ])('%s: the access is refused for good', async (_, assets) => {
    const host = aHost(() => 'database-missing');
    await host.submit(access('sklep_nowa'), ...assets);
    await host.fire();
    expect(host.said()).toContain('kl-jan database-missing');
    expect(host.applied.filter((one) => one === 'database kl-jan').length).toBe(1 + assets.length);
  });
});
