import { placeOf } from '../kinds.ts';
import { credentials } from '../secrets.ts';
import { wantedIn } from '../store.ts';
import type { DesiredRow } from '../tables.ts';
import type { World } from '../world.ts';
import { finding, type Invariant, recorded } from './finding.ts';

/* What can be reached on the host. */

const PAST_END_GRACE_MS = 90_000;
const ON_HOST = ['pending', 'active', 'revoking'];
const pool = await credentials();

const stateOf = (row: DesiredRow | undefined) => (row?.state ? wantedIn(row.kind, row.state) : null);
/** Sessions of a name, but for those that a forged row let in: nobody knows of them before the next resync. */
const sessionsOf = ({ server }: World, name: string) =>
  server.sessionsOf(name).filter((session) => !server.forged.has(session.as));
const canSignIn = ({ server }: World, name: string) => pool.some((credential) => server.authenticate(name, credential) !== null);

/** Access on the host ⊆ {pending, active, revoking} in D1, and never more than was recorded for its gen. */
export const accessWithinRecords: Invariant = (world) =>
  finding(
    world.server.ours().filter((row) => !world.server.tampered.has(row.name)),
    (row) => {
      const grant = world.edge.tables.byPrincipal(row.name);
      if (!grant || !ON_HOST.includes(grant.state))
        return `${row.name} is on the host while its grant is ${grant?.state ?? 'nowhere'}`;
      const state = stateOf(recorded(world, row.name, row.gen));
      const same = state && placeOf(state) === row.place && state.access === row.access && state.tree === row.tree;
      return same ? null : `${row.name} opens ${row.place} (${row.access}), which is not recorded for gen ${row.gen}`;
    },
  );

/** Ended ⇒ sign-in fails and no session is open. */
export const endedMeansClosed: Invariant = (world) =>
  finding(
    [...world.edge.tables.grants.values()].filter(
      (grant) => grant.state === 'ended' && !world.server.tampered.has(grant.principal),
    ),
    ({ principal }) => {
      if (canSignIn(world, principal)) return `${principal} has ended and can sign in`;
      return sessionsOf(world, principal).length > 0 ? `${principal} has ended and has a session open` : null;
    },
  );

/** Past `not_after` + 90 s there is no access, whether the edge can be reached or not. Counted from the end that the host was last told. */
export const noAccessPastEnd: Invariant = (world) =>
  finding(
    world.server.managed().filter((name) => !world.server.tampered.has(name)),
    (name) => {
      const end = world.server.writes.findLast((write) => write.name === name)?.end ?? null;
      if (end === null || world.clock.now <= end * 1000 + PAST_END_GRACE_MS) return null;
      if (canSignIn(world, name)) return `${name} can sign in past its end`;
      // A session that the host's own system refuses to end is out of anybody's hands until it can be.
      const { troubles, unkillableUntil } = world.server;
      if (troubles.has('sessions-remain') || world.clock.now <= unkillableUntil + PAST_END_GRACE_MS) return null;
      return sessionsOf(world, name).length > 0 ? `${name} has a session open past its end` : null;
    },
  );

/** Accounts that the product does not manage stay as they are, to the byte. */
export const foreignUntouched: Invariant = ({ server, foreignAtFirst }) => ({
  looked: 1,
  wrong: server.foreign() === foreignAtFirst ? [] : ['accounts of others have changed'],
});
