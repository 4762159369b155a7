import { KINDS } from '../../../contract/index.ts';
import { stateOf } from '../kinds.ts';
import { credentials } from '../secrets.ts';
import { standingOf } from '../service.ts';
import { wantedIn } from '../store.ts';
import type { GrantRow } from '../tables.ts';
import type { World } from '../world.ts';
import { finding, type Invariant } from './finding.ts';

/* What is true once faults have stopped. */

const pool = await credentials();

/** After faults stop, two resyncs bring everything to rest: D1 and the host say the same, and nothing is under way. */
export const converges: Invariant = (world) => {
  const {
    healthySince,
    clock,
    edge: { tables },
  } = world;
  if (healthySince === null) return { looked: 0, wrong: [] };
  const endsMeanwhile = (end: number | null) => end !== null && end > healthySince && end <= clock.now;
  return finding(
    [...tables.grants.values()].filter((grant) => !endsMeanwhile(grant.notAfter)),
    (grant) => unrest(world, grant),
  );
};

function unrest({ server, edge: { tables } }: World, { id, principal, state, problem }: GrantRow): string | null {
  const row = server.users.get(principal);
  const desired = tables.desired.get(principal);
  // The host has lost the only copy of the hash, and D1 never keeps one: closed until the person sets a new password.
  if (problem === 'credential-missing') return row ? `${id} lacks its credential and is on the host` : null;
  if (state === 'pending' || state === 'revoking') return `${id} is still ${state}${problem ? ` (${problem})` : ''}`;
  if (desired && desired.ackedGen < desired.gen) return `${id} is ${state}, and the host has not confirmed gen ${desired.gen}`;
  if (desired?.hash) return `${id} keeps a password's hash that the host has`;
  const digest = row ? standingOf(row, 0).digest : null;
  if (digest !== (desired?.digest ?? null)) return `${id} is ${state}, and the host has ${row ? 'something else' : 'nothing'}`;
  const wider = server
    .sessionsOf(principal)
    .find((session) =>
      desired?.state
        ? KINDS[desired.kind].narrows(stateOf(session.as), wantedIn(desired.kind, desired.state))
        : server.forged.has(session.as),
    );
  if (wider) return `${id} is ${state}, and a session begun under more than it opens is still open`;
  return problem ? `${id} still has the problem ${problem}` : null;
}

/** No plain secret in a table, a message, the journal or a log. */
export const noPlainSecret: Invariant = ({ edge, courier, journal, agentLog, healthySince }) => {
  // Whatever was ever written is still here at the end, so one look is enough.
  if (healthySince === null) return { looked: 0, wrong: [] };
  const { tables } = edge;
  const places = {
    tables: JSON.stringify([tables.written, tables.audit, [...tables.tokens]]),
    messages: courier.log.join('\n'),
    journal: JSON.stringify([...tables.desired.values()].map((row) => journal.read(row))),
    log: agentLog.join('\n'),
  };
  const secrets = [...pool.flatMap(({ plain, secret }) => (secret.password ? [plain] : [])), ...edge.letters];
  return finding(Object.entries(places), ([place, text]) =>
    secrets.some((secret) => text.includes(secret)) ? `a plain secret is in the ${place}` : null,
  );
};
