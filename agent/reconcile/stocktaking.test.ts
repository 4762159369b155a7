import { expect, it } from 'vitest';
import type { FromAgent, KINDS, Kind } from '../../contract/index.ts';
import { Journal } from '../journal/index.ts';
import { type ServicePort, Stocktaking } from './index.ts';

/** A host of files and databases; those in `down` cannot be read. */
function aHost(...down: Kind[]) {
  const away = new Set(down);
  const reads: Kind[] = [];
  const told: string[] = [];
  let timers: { ms: number; work: () => void }[] = [];
  const service = (kind: Kind): ServicePort => ({
    read: async () => null,
    async readAll() {
      reads.push(kind);
      if (away.has(kind)) throw new Error('is down');
      return [];
    },
    apply: async () => ({ ok: true }),
    remove: async () => ({ ok: true }),
    endSessions: async () => ({ ok: true, ended: 0 }),
    endExpired: async () => ({ ok: true, ended: 0, next: null }),
    displaced: async () => [],
  });
  const kinds = ['ftp', 'database', 'database-asset'] as const satisfies (keyof typeof KINDS)[];
  const stocktaking = new Stocktaking({
    services: Object.fromEntries(kinds.map((kind) => [kind, service(kind)])),
    journal: new Journal(':memory:'),
    clock: {
      now: () => 0,
      after(ms, work) {
        const timer = { ms, work };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    },
    send: (part: Extract<FromAgent, { t: 'inventory' }>) => told.push(part.kinds.join(' ')),
    complain: () => {},
  });
  return {
    away,
    reads,
    told,
    stocktaking,
    waiting: () => timers.length,
    async pass() {
      for (const { work } of timers.splice(0)) work();
      await new Promise(setImmediate);
    },
  };
}

it('tells once what is on a host of which all can be read', async () => {
  const host = aHost();
  await host.stocktaking.tell();
  expect(host.told).toEqual(['ftp database database-asset']);
  expect(host.waiting()).toBe(0);
});

it('says nothing again while a server stays down, and asks only that one', async () => {
  const host = aHost('database', 'database-asset');
  await host.stocktaking.tell();
  host.reads.length = 0;
  await host.pass();
  await host.pass();
  expect(host.told).toEqual(['ftp']);
  expect(host.reads).toEqual(['database', 'database-asset', 'database', 'database-asset']);
});

it('tells the whole once more for each kind that can be read again', async () => {
  const host = aHost('database', 'database-asset');
  await host.stocktaking.tell();
  host.away.delete('database');
  await host.pass();
  await host.pass();
  host.away.delete('database-asset');
  await host.pass();
  await host.pass();
  expect(host.told).toEqual(['ftp', 'ftp database', 'ftp database database-asset']);
  expect(host.waiting()).toBe(0);
});

it('goes on from the newest telling alone, and not at all once it is stopped', async () => {
  const host = aHost('database');
  expect(await Promise.all([host.stocktaking.tell(), host.stocktaking.tell()])).toEqual([false, true]);
  expect(host.told).toEqual(['ftp database-asset']);
  expect(host.waiting()).toBe(1);
  host.stocktaking.stop();
  expect(host.waiting()).toBe(0);
});
