import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessSpec } from '../../contract/index.ts';
import { change, type Given, give, read, revoke, signsIn } from './kit/acts.ts';
import { chanceFrom, oneOf } from './kit/chance.ts';
import {
  accountsOnHost,
  expectHostAsInD1,
  gensOnlyRise,
  plantStrangers,
  settled,
  strangers,
  watchGensOnHost,
} from './kit/host-state.ts';
import { hostIs, openWorld, type World } from './kit/world.ts';
import { type Fate, openWire, type Wire } from './unreliable-wire.ts';

const SEED = process.env.FAULTS_SEED ?? 'klucznik';
const ACTS = 36;

let wire: Wire;
let world: World;
let foreign: string;
let fallsOnHost: () => string[];
beforeAll(async () => {
  world = await openWorld({
    async roadTo(edgeUrl) {
      wire = await openWire(edgeUrl);
      return wire.url;
    },
  });
  await plantStrangers(world.hosting);
  foreign = await strangers(world.hosting);
  fallsOnHost = watchGensOnHost(world.hosting);
});
afterAll(async () => {
  fallsOnHost();
  await world.close();
  await wire.close();
});

const SPECS: [AccessSpec, ...AccessSpec[]] = [
  { kind: 'ftp', directory: '/public_html/sklep', access: 'write' },
  { kind: 'ftp', directory: '/public_html/sklep', access: 'read' },
  { kind: 'ftp', directory: '/public_html', access: 'write' },
  { kind: 'database', database: 'zielnik_sklep', access: 'full' },
  { kind: 'database', database: 'zielnik_sklep', access: 'write' },
  { kind: 'database', database: 'zielnik_sklep', access: 'read' },
  { kind: 'mailbox', address: 'biuro@zielnik.example', access: 'write' },
  { kind: 'mailbox', address: 'biuro@zielnik.example', access: 'read' },
];

/** Another state for a grant: its kind stays, and what it opens in a database or as a mailbox. */
function otherSpec(chance: () => number, { spec }: Given): AccessSpec {
  const [first = spec, ...others] = SPECS.filter(({ kind }) => kind === spec.kind);
  return oneOf(chance, [first, ...others]);
}

/**
 * Of twenty messages two are lost, three come twice, eight come late; one connection in thirty messages breaks.
 * Questions about directories pass: they change nothing, and a lost one costs whoever asks four seconds.
 */
const fates =
  (chance: () => number) =>
  (text: string): Fate => {
    const drawn = chance();
    if (/"t":"(ask|reply)"/.test(text)) return 'pass';
    if (drawn < 0.1) return 'drop';
    if (drawn < 0.25) return 'double';
    if (drawn < 0.65) return 'delay';
    return drawn < 0.68 ? 'cut' : 'pass';
  };

/** One thing that somebody does: gives access, changes it or takes it back. */
async function act(chance: () => number, grants: Given[]): Promise<void> {
  const live = [];
  for (const grant of grants) if (/^(pending|active)$/.test((await read(world.owner, grant)).state)) live.push(grant);
  const [first, ...others] = live;
  if (!first || live.length < 3 || chance() < 0.25) return void grants.push(await give(world, { spec: oneOf(chance, SPECS) }));
  const grant = oneOf(chance, [first, ...others]);
  if (chance() < 0.4) return revoke(world, grant);
  // Up to three changes at once, so that the one may overtake the other on its way.
  for (let changes = 1 + Math.floor(chance() * 3); changes > 0; changes -= 1)
    await change(world, grant, { spec: otherSpec(chance, grant) });
}

/** Nobody whose access D1 calls ended is still on the host. */
async function expectNoGhosts(): Promise<void> {
  const { results } = await world.edge.db
    .prepare("SELECT principal FROM grants WHERE state = 'ended'")
    .all<{ principal: string }>();
  const ended = new Set(results.map(({ principal }) => principal));
  expect((await accountsOnHost(world.hosting)).filter(({ principal }) => ended.has(principal))).toEqual([]);
}

async function expectAllInTheEnd(grants: readonly Given[]): Promise<void> {
  await expectHostAsInD1(world);
  for (const grant of grants) {
    const { state } = await read(world.owner, grant);
    expect([grant.user, state, await signsIn(grant)]).toEqual([grant.user, state, state === 'active' ? 'in' : 'refused']);
  }
}

describe('a wire that loses, repeats, delays, reorders and breaks', () => {
  test(`ends with the host as D1 says after ${ACTS} acts (seed ${SEED})`, async () => {
    const chance = chanceFrom(SEED);
    const lookAtGens = gensOnlyRise(world);
    const grants: Given[] = [];
    wire.misbehave(fates(chanceFrom(`${SEED} fates`)), chanceFrom(`${SEED} delays`));
    for (let done = 0; done < ACTS; done += 1) {
      await act(chance, grants);
      await pause(chance() * 250);
      await lookAtGens();
      await expectNoGhosts();
    }
    wire.behave();
    // Two resyncs: the agent connects anew, and cron repeats what is unconfirmed.
    wire.cut();
    await hostIs(world.edge, 'offline');
    await hostIs(world.edge, 'online', 35_000);
    await world.edge.runCron();
    await settled(world, 10_000);
    expect(fallsOnHost()).toEqual([]);
    await lookAtGens();
    await expectAllInTheEnd(grants);
    expect(await strangers(world.hosting)).toBe(foreign);
    for (const fate of ['drop', 'double', 'delay', 'cut'] as const) expect(wire.struck[fate], fate).toBeGreaterThan(0);
    // A question or a state that overtakes the welcome is told again later.
    for (const line of world.complaints()) expect(line).toMatch(/^link: (ask|desired) before the welcome was ignored$/);
  });
});
