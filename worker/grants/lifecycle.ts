import type { ApplyFault, EndReason, ErrorCode, GrantSpec, GrantState } from '../../contract/index.ts';
import { APPLY_FAULTS } from '../../contract/index.ts';
import type { Accepter, GrantKind, HostKind, KeptSecret, Secret, WantedState } from './kind.ts';

/*
 * One lifecycle for every kind of grant, as a pure function: (what is, what happens) → what must be written.
 * Whoever calls it writes the whole step in one batch or nothing of it.
 *
 *   requested ─claim→ pending ─ack→ active ─revoke, expiry→ revoking ─second look→ ended
 *
 * What the worker itself keeps goes  requested ─accept→ active → ended,  each in the batch that says so.
 */

/** A grant with its wanted state, as far as its lifecycle needs them. */
export interface Grant {
  spec: GrantSpec;
  state: GrantState;
  endReason: EndReason | null;
  problem: ApplyFault | null;
  notAfter: number | null;
  ownerEpoch: number;
  version: number;
  gen: number;
  activeAt: number | null;
  cutAt: number | null;
  suspendedAt: number | null;
  /** Where the service lives on its host. */
  place: { tree: string };
  /** Null before the first claim. `present: null` says it must not exist on the host. */
  wanted: { present: WantedState | null; ackedGen: number; hash: string | null } | null;
}

/** What happens to a grant. */
export type GrantEvent =
  | { type: 'claim'; secret: Secret }
  | { type: 'accept'; by: Accepter | null }
  | { type: 'suspend' }
  | { type: 'resume' }
  | { type: 'revoke'; reason: 'revoked' | 'returned' | 'cession' | 'target-deleted' | 'moved' }
  | { type: 'decline' }
  | { type: 'expire' }
  | { type: 'change'; version: number; spec?: GrantSpec; notAfter?: number | null }
  | { type: 'renew-invitation' }
  /** Somebody has looked at it and says that it stays. */
  | { type: 'keep'; version: number }
  | { type: 'ack-present'; gen: number }
  | { type: 'ack-absent'; gen: number; look: 1 | 2; late: number }
  | { type: 'fault'; gen: number; fault: ApplyFault }
  /** The host knows a higher gen than the tables do: they were restored to an earlier moment. */
  | { type: 'overtaken'; gen: number };

/** Everything one batch must write. Absent parts stay as they are. */
export interface Step {
  grant: Partial<
    Pick<
      Grant,
      'spec' | 'state' | 'endReason' | 'problem' | 'notAfter' | 'version' | 'gen' | 'activeAt' | 'cutAt' | 'suspendedAt'
    >
  > & { claimedAt?: number; endedAt?: number; keptAt?: number };
  /** The wanted state that replaces the present one, at `grant.gen`. */
  wanted?: { present: WantedState | null; hash: string | null };
  /** The host has confirmed this gen: remember it and forget the password's hash. */
  confirmed?: number;
  invitation?: 'use' | 'void' | 'renew';
  /** Who has accepted what the worker itself keeps. */
  accepter?: Accepter | null;
  audit: { action: string; details: Record<string, string | number | null> };
  /** A message about it, to whom the template says. */
  mail?: 'invitation' | 'grant-failed' | 'mailbox-shared' | 'seat-assigned' | 'seat-withdrawn';
}

export type Outcome =
  | { ok: true; step: Step }
  /** Nothing to write: it is already so, or the message is older than what is known. */
  | { ok: true; step: null }
  | { ok: false; code: ErrorCode };

const nothing: Outcome = { ok: true, step: null };
const refusal = (code: ErrorCode): Outcome => ({ ok: false, code });
const write = (step: Step): Outcome => ({ ok: true, step });

/** Decides what an event does to a grant at `now` (epoch ms). Authorisation is decided before; this knows only the state. */
export function advance(grant: Grant, event: GrantEvent, now: number, kind: GrantKind): Outcome {
  const details = { what: kind.phrase(grant.spec) };
  switch (event.type) {
    case 'claim':
      return kind.road === 'host' ? claim(grant, event.secret, now, kind, details) : refusal('kind-unavailable');
    case 'accept':
      return accept(grant, event.by, now, kind, details);
    case 'suspend':
    case 'resume':
      return rest(grant, event.type, now, kind, details);
    case 'revoke':
      return end(grant, event.reason, now, kind, details);
    case 'decline':
      return end(grant, grant.state === 'requested' ? 'declined' : 'returned', now, kind, details);
    case 'expire':
      return isPast(grant, now) ? end(grant, 'expired', now, kind, details) : nothing;
    case 'change':
      return change(grant, event, now, kind);
    case 'renew-invitation':
      return renewInvitation(grant, kind, details);
    case 'keep':
      return keep(grant, event.version, now, details);
    case 'ack-present':
      return kind.road === 'host' ? acknowledgePresent(grant, event.gen, now, kind, details) : nothing;
    case 'ack-absent':
      return kind.road === 'host' ? acknowledgeAbsent(grant, event, now, kind, details) : nothing;
    case 'fault':
      return fault(grant, event, details);
    case 'overtaken':
      return overtake(grant, event.gen, details);
  }
}

const isLive = (grant: Grant) => grant.state === 'requested' || grant.state === 'pending' || grant.state === 'active';
const isPast = (grant: Grant, now: number) => grant.notAfter !== null && grant.notAfter <= now;

function claim(grant: Grant, secret: Secret, now: number, kind: HostKind, details: Step['audit']['details']): Outcome {
  if (!isLive(grant) || isPast(grant, now)) return refusal('grant-ended');
  const first = grant.state === 'requested';
  const kept = { print: secret.password?.print ?? null, keys: secret.keys };
  return write({
    grant: { state: 'pending', problem: null, gen: grant.gen + 1, ...(first ? { claimedAt: now } : {}) },
    wanted: { present: kind.wanted(grant.spec, grant.place, grant.notAfter, kept), hash: secret.password?.hash ?? null },
    invitation: 'use',
    audit: { action: first ? 'grant.claimed' : 'grant.credential-changed', details },
  });
}

/** Yes to what needs no host: in force in the same batch. */
function accept(grant: Grant, by: Accepter | null, now: number, kind: GrantKind, details: Step['audit']['details']): Outcome {
  if (kind.road === 'host') return refusal('kind-unavailable');
  if (grant.state === 'active') return nothing;
  if (grant.state !== 'requested' || isPast(grant, now)) return refusal('grant-ended');
  return write({
    grant: { state: 'active', claimedAt: now, activeAt: now },
    ...(kind.begins === 'invitation' ? { invitation: 'use' } : {}),
    accepter: by,
    audit: { action: 'grant.accepted', details },
  });
}

/** Puts access to rest for a while, or wakes it; nobody has to be invited anew. */
function rest(grant: Grant, act: 'suspend' | 'resume', now: number, kind: GrantKind, details: Step['audit']['details']): Outcome {
  if (kind.road === 'host' || !kind.suspends) return refusal('kind-unavailable');
  if (grant.state !== 'active' || isPast(grant, now)) return refusal('grant-ended');
  if ((grant.suspendedAt !== null) === (act === 'suspend')) return nothing;
  return write({
    grant: { suspendedAt: act === 'suspend' ? now : null, version: grant.version + 1 },
    audit: { action: act === 'suspend' ? 'grant.suspended' : 'grant.resumed', details },
  });
}

/** Before the claim nothing is on the host, so the grant ends at once; after it, absence must first be proved. */
function end(grant: Grant, reason: EndReason, now: number, kind: GrantKind, details: Step['audit']['details']): Outcome {
  if (grant.state === 'requested') {
    const unclaimed = reason === 'revoked' ? 'cancelled' : reason;
    return write({
      grant: { state: 'ended', endReason: unclaimed, endedAt: now, version: grant.version + 1 },
      invitation: 'void',
      audit: { action: 'grant.ended', details: { ...details, reason: unclaimed } },
    });
  }
  if (!isLive(grant)) return nothing;
  if (kind.road === 'edge') {
    return write({
      grant: { state: 'ended', endReason: reason, cutAt: now, endedAt: now, version: grant.version + 1 },
      invitation: 'void',
      audit: { action: 'grant.ended', details: { ...details, reason } },
    });
  }
  return write({
    grant: { state: 'revoking', endReason: reason, problem: null, gen: grant.gen + 1, version: grant.version + 1 },
    wanted: { present: null, hash: null },
    invitation: 'void',
    audit: { action: 'grant.revoking', details: { ...details, reason } },
  });
}

function change(grant: Grant, event: Extract<GrantEvent, { type: 'change' }>, now: number, kind: GrantKind): Outcome {
  if (!isLive(grant) || isPast(grant, now)) return refusal('grant-ended');
  if (event.version !== grant.version) return refusal('grant-changed');
  const spec = event.spec ?? grant.spec;
  const notAfter = event.notAfter === undefined ? grant.notAfter : event.notAfter;
  const audit = { action: 'grant.changed', details: { what: kind.phrase(spec), notAfter } };
  const changed = { spec, notAfter, version: grant.version + 1, problem: null };
  if (kind.road === 'edge' || !grant.wanted?.present) return write({ grant: changed, audit });
  const kept: KeptSecret = kind.kept(grant.wanted.present);
  return write({
    grant: { ...changed, state: 'pending', gen: grant.gen + 1 },
    // A hash that has not reached the host yet must still travel with the new state.
    wanted: { present: kind.wanted(spec, grant.place, notAfter, kept), hash: grant.wanted.hash },
    audit,
  });
}

function renewInvitation(grant: Grant, kind: GrantKind, details: Step['audit']['details']): Outcome {
  if (!isLive(grant)) return refusal('grant-ended');
  // Only what has a secret of its own can be given a new one.
  const cannot = kind.begins !== 'invitation' || (kind.road === 'edge' && grant.state !== 'requested');
  if (cannot) return refusal('kind-unavailable');
  return write({
    grant: { version: grant.version + 1 },
    invitation: 'renew',
    audit: { action: 'invitation.renewed', details },
    mail: 'invitation',
  });
}

/** Changes nothing that anybody may do, so the version stays. */
function keep(grant: Grant, version: number, now: number, details: Step['audit']['details']): Outcome {
  if (!isLive(grant) || isPast(grant, now)) return refusal('grant-ended');
  if (version !== grant.version) return refusal('grant-changed');
  return write({ grant: { keptAt: now }, audit: { action: 'grant.looked-through', details } });
}

function acknowledgePresent(grant: Grant, gen: number, now: number, kind: HostKind, details: Step['audit']['details']): Outcome {
  if (gen !== grant.gen) return nothing;
  if (grant.state === 'active' && grant.problem !== null)
    return write({ grant: { problem: null }, audit: { action: 'grant.healed', details } });
  if (grant.state !== 'pending') return nothing;
  return write({
    grant: { state: 'active', problem: null, activeAt: now },
    confirmed: gen,
    audit: { action: 'grant.active', details },
    ...(kind.announcement ? { mail: kind.announcement } : {}),
  });
}

function acknowledgeAbsent(
  grant: Grant,
  event: Extract<GrantEvent, { type: 'ack-absent' }>,
  now: number,
  kind: HostKind,
  details: Step['audit']['details'],
): Outcome {
  if (grant.state !== 'revoking' || event.gen !== grant.gen) return nothing;
  if (event.look === 1) {
    if (grant.cutAt !== null) return nothing;
    return write({
      grant: { cutAt: now, problem: null },
      audit: { action: 'grant.cut', details: { ...details, late: event.late } },
    });
  }
  return write({
    grant: { state: 'ended', problem: null, endedAt: now, ...(grant.cutAt === null ? { cutAt: now } : {}) },
    confirmed: event.gen,
    audit: { action: 'grant.ended', details: { ...details, reason: grant.endReason, late: event.late } },
    ...(kind.farewell && grant.activeAt !== null ? { mail: kind.farewell } : {}),
  });
}

/** A new grant that can never work is taken back; anything else is shown and tried again. */
function fault(grant: Grant, event: Extract<GrantEvent, { type: 'fault' }>, details: Step['audit']['details']): Outcome {
  if (event.gen !== grant.gen || (grant.state !== 'pending' && grant.state !== 'revoking' && grant.state !== 'active'))
    return nothing;
  const hopeless = APPLY_FAULTS[event.fault].permanent && grant.state === 'pending' && grant.activeAt === null;
  if (!hopeless) {
    if (grant.problem === event.fault) return nothing;
    return write({
      grant: { problem: event.fault },
      audit: { action: 'grant.problem', details: { ...details, fault: event.fault } },
    });
  }
  return write({
    grant: { state: 'revoking', endReason: 'failed', problem: event.fault, gen: grant.gen + 1, version: grant.version + 1 },
    wanted: { present: null, hash: null },
    invitation: 'void',
    audit: { action: 'grant.failed', details: { ...details, fault: event.fault } },
    mail: 'grant-failed',
  });
}

/** What the tables say holds, under a gen that the host has not seen yet. */
function overtake(grant: Grant, gen: number, details: Step['audit']['details']): Outcome {
  if (grant.state === 'ended' || !grant.wanted || gen <= grant.gen) return nothing;
  return write({
    grant: { gen: gen + 1, ...(grant.state === 'active' ? { state: 'pending' } : {}) },
    wanted: { present: grant.wanted.present, hash: grant.wanted.hash },
    audit: { action: 'grant.repaired', details },
  });
}
