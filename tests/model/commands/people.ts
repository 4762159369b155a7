import * as fc from 'fast-check';
import type { GrantEvent } from '../../../worker/grants/lifecycle.ts';
import { MODEL_KINDS, type ModelSpec, PLACES, specOf } from '../kinds.ts';
import { claim, confirm, decline, manage } from '../requests.ts';
import { sha256, suited } from '../secrets.ts';
import type { GrantRow } from '../tables.ts';
import type { World } from '../world.ts';
import { command, crash, grantAt, pick, which } from './command.ts';

const SECOND = 1000;
const access = fc.constantFrom('read' as const, 'write' as const, 'full' as const);
export const spec: fc.Arbitrary<ModelSpec> = fc
  .constantFrom(...MODEL_KINDS)
  .chain((kind) => fc.tuple(fc.constantFrom(...PLACES[kind]), access).map(([place, may]) => specOf(kind, place, may)));
/** What somebody would rather have; a database of another name is another grant, and refused. */
const wish = fc.record({ place: which, moves: fc.constantFrom(true, true, true, false), access });
const wished = (
  { spec }: GrantRow,
  { place, moves, access }: typeof wish extends fc.Arbitrary<infer T> ? T : never,
): ModelSpec => {
  const now = spec.kind === 'ftp' ? spec.directory : spec.database;
  const elsewhere = spec.kind === 'ftp' ? moves : !moves;
  return specOf(spec.kind, (elsewhere ? pick(PLACES[spec.kind], place) : undefined) ?? now, access);
};
/** Milliseconds from now; null is "until I take it back". */
const end = fc.constantFrom(null, 45 * SECOND, 200 * SECOND, 600 * SECOND, 20 * 24 * 3600 * SECOND);
const anyRole = fc.constantFrom(
  'owner' as const,
  'owner' as const,
  'administrator' as const,
  'administrator' as const,
  'user' as const,
  'support' as const,
  'operator' as const,
);
const memberRole = fc.constantFrom('owner' as const, 'administrator' as const, 'user' as const);

const momentOf = (world: World, end: number | null) => (end === null ? null : world.clock.now + end);

export const confirms = command(
  'confirm',
  fc.record({ role: anyRole, spec, end, shownOnce: fc.option(which, { freq: 3 }), crash }),
  (world, { role, spec, end, shownOnce, crash }) => {
    const credential = shownOnce === null ? null : (pick(suited(world.credentials, spec.kind), shownOnce) ?? null);
    return world.ask(
      (request) => confirm(world.edge, { role, spec, notAfter: momentOf(world, end), credential }, request),
      crash,
    );
  },
);

/** What kind of grant a letter speaks of. */
function kindOf({ edge: { tables } }: World, token: string) {
  const invitation = tables.invitations.get(tables.tokens.get(sha256(token)) ?? '');
  return tables.grants.get(invitation?.grantId ?? '')?.spec.kind;
}

export const claiming = fc.record({ letter: which, credential: which, crash });
export async function claimOne(
  world: World,
  { letter, credential, crash }: { letter: number; credential: number; crash: 'before the batch' | 'after the batch' | null },
) {
  const token = world.edge.letters.at(-1 - (letter % Math.max(1, world.edge.letters.length)));
  const kind = token && kindOf(world, token);
  const chosen = kind && pick(suited(world.credentials, kind), credential);
  if (token && chosen) await world.ask((request) => claim(world.edge, token, chosen.secret, request), crash);
}
export const claims = command('claim', claiming, claimOne);

export const declines = command('decline or give back', fc.record({ letter: which, crash }), async (world, { letter, crash }) => {
  const token = pick(world.edge.letters, letter);
  if (token) await world.ask((request) => decline(world.edge, token, request), crash);
});

/** A manager's act on a grant, made from what its row says at that moment. */
const managing = <
  T extends { grant: number; role: 'owner' | 'administrator' | 'user'; crash: 'before the batch' | 'after the batch' | null },
>(
  name: string,
  details: fc.Arbitrary<T>,
  eventOf: (world: World, details: T, row: GrantRow) => GrantEvent,
) => {
  const happen = async (world: World, value: T) => {
    const row = grantAt(world, value.grant);
    if (row)
      await world.ask((request) => manage(world.edge, value.role, row.id, eventOf(world, value, row), request), value.crash);
  };
  return { details, happen, command: command(name, details, happen) };
};

const whoAndWhich = { grant: which, role: memberRole, crash };
export const revoking = managing('cancel or take back', fc.record(whoAndWhich), () => ({ type: 'revoke', reason: 'revoked' }));
export const renewing = managing('renew the invitation', fc.record(whoAndWhich), () => ({ type: 'renew-invitation' }));
export const changing = managing(
  'change',
  fc.record({
    ...whoAndWhich,
    spec: fc.option(wish),
    end: fc.option(end, { nil: undefined }),
    stale: fc.constantFrom(false, false, false, true),
  }),
  (world, { spec, end, stale }, row) => ({
    type: 'change',
    version: stale ? row.version - 1 : row.version,
    ...(spec ? { spec: wished(row, spec) } : {}),
    ...(end === undefined ? {} : { notAfter: momentOf(world, end) }),
  }),
);

export const repeats = command('repeat an unanswered request', which, async (world, index) => {
  const repeat = pick(world.unanswered, index);
  if (repeat) await repeat();
});

export const signsIn = command(
  'sign in on the host',
  fc.record({ grant: which, slowMs: fc.constantFrom(0, 0, 700, 1900) }),
  (world, { grant, slowMs }) => {
    const name = grantAt(world, grant)?.principal;
    const right = name && world.credentials.find((credential) => world.server.authenticate(name, credential));
    if (name && right) world.server.signIn(name, right, slowMs);
  },
);
