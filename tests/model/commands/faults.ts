import * as fc from 'fast-check';
import type { DeathPoint } from '../agent.ts';
import type { Lane, Trick } from '../courier.ts';
import type { Trouble } from '../hosting-server.ts';
import { ALL_PLACES, widened } from '../kinds.ts';
import { command, grantAt, pick, which } from './command.ts';

/* What goes wrong between the edge and the host, and with each of them. */

const LANES: Lane[] = ['to the host', 'to the edge'];
const TRICKS: Trick[] = ['drop', 'double', 'late'];
export const trick = command(
  'the next message is',
  fc.record({ lane: fc.constantFrom(...LANES), trick: fc.constantFrom(...TRICKS) }),
  (world, { lane, trick }) => {
    world.courier.tricks[lane].push(trick);
  },
);
export const lateOnes = command('late messages come', fc.constant(null), (world) => world.courier.letLateOnesCome());

export const reconnects = command('the line breaks and comes back', fc.constant(null), (world) => {
  world.cut();
  world.connect();
});
export const goesAway = command('the host loses the edge', fc.constant(null), (world) => {
  world.reachable = false;
  world.cut();
});
export const comesBack = command('the host reaches the edge again', fc.constant(null), (world) => {
  world.reachable = true;
  world.edgeRuns = true;
  world.connect();
});
export const edgeStops = command('the edge stops', fc.constant(null), (world) => {
  world.edgeRuns = false;
  world.cut();
});

const DEATHS: DeathPoint[] = [
  'intent',
  'applied',
  'read-back',
  'done',
  'acked',
  'apply',
  'apply, done',
  'remove',
  'remove, done',
  'cut',
];
export const death = command('the agent will die at', fc.constantFrom(...DEATHS), (world, point) => {
  world.deathAt = point;
});

export const killed = command('the agent is killed', fc.constant(null), (world) => world.agent.kill());

const AGENT_TRIES_AGAIN_MS = 3000;
const TROUBLES: Trouble[] = ['service-unavailable', 'disk-full', 'sessions-remain', 'unexpected'];
export const trouble = command(
  'trouble on the host',
  fc.record({ kind: fc.constantFrom(...TROUBLES), on: fc.boolean() }),
  (world, { kind, on }) => {
    if (on) world.server.troubles.add(kind);
    else world.server.calmDown();
  },
);
/** A host drifts and cannot be repaired at once; its bad news comes after the good, or its good news is lost. */
export const oldTrouble = command(
  'trouble that is over is still in the news',
  fc.record({
    grant: which,
    kind: fc.constantFrom(...TROUBLES),
    news: fc.constantFrom('the bad comes late' as const, 'the good is lost' as const),
  }),
  async (world, { grant, kind, news }) => {
    const row = world.server.users.get(grantAt(world, grant)?.principal ?? '');
    if (row) world.server.tamper(row.name, widened(row));
    world.server.troubles.add(kind);
    // The inventory is the first thing an agent says.
    if (news === 'the bad comes late') world.courier.tricks['to the edge'].unshift('none', 'late');
    world.cut();
    world.connect();
    await world.courier.deliver();
    world.server.calmDown();
    if (news === 'the good is lost') world.courier.tricks['to the edge'].unshift('drop');
    await world.forward(AGENT_TRIES_AGAIN_MS);
    world.courier.letLateOnesCome();
  },
);
export const place = command(
  'a directory or a database vanishes or returns',
  fc.record({ name: fc.constantFrom(...ALL_PLACES), there: fc.boolean() }),
  (world, { name, there }) => {
    if (there) world.server.places.add(name);
    else world.server.places.delete(name);
  },
);

const TAMPERINGS = ['widen', 'extend', 'delete', 'restore a backup'] as const;
export const tampering = command(
  'somebody tampers on the host',
  fc.record({ grant: which, how: fc.constantFrom(...TAMPERINGS) }),
  (world, { grant, how }) => {
    const name = grantAt(world, grant)?.principal ?? '';
    const row = world.server.users.get(name);
    const old = pick(
      world.server.backup.filter((past) => past.name === name),
      grant,
    );
    if (how === 'restore a backup') return void (old && world.server.tamper(name, { ...old }));
    if (!row) return;
    if (how === 'delete') world.server.tamper(name, null);
    if (how === 'widen') world.server.tamper(name, widened(row));
    if (how === 'extend') world.server.tamper(name, { ...row, expires: null });
  },
);
