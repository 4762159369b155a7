import type { AssetState, ErrorCode, MailboxAssetDesired } from '../../contract/index.ts';
import type { SealedPassword } from '../secrets/index.ts';
import { acknowledgeAbsent, acknowledgePresent, fault, overtake } from './host-rules.ts';
import { ASSETS } from './kinds.ts';
import {
  type Asset,
  type AssetDesired,
  type AssetEvent,
  BIN_MS,
  nothing,
  type Outcome,
  refusal,
  type Step,
  write,
} from './life.ts';

/*
 * The life of a database or a mailbox, as a pure function: (what is, what happens) → what must be written.
 *
 *   gone ─create→ creating ─ack→ ready ─delete→ deleting ─second look→ gone
 *   mailbox:  ready ⇄ changing · ready ─delete→ bin ─restore→ changing · bin ─7 days→ deleting
 *
 * Nothing but an owner's word, and the clock for what lies in the bin, ever destroys anything: a state that cannot be
 * made stays wanted, with its problem shown.
 */

/** Decides what an event does to an asset at `now` (epoch ms). What the host lists and the plan allows is looked at before. */
export function advance(asset: Asset, event: AssetEvent, now: number): Outcome {
  switch (event.type) {
    case 'create':
      return create(asset, event, now);
    case 'change-password':
      return changePassword(asset, event, now);
    case 'note-readers':
      return noteReaders(asset, event.people, now);
    case 'delete':
      return asset.kind === 'database-asset' ? destroy(asset) : putIntoBin(asset, now);
    case 'restore':
      return restore(asset);
    case 'purge':
      return asset.state === 'bin' && asset.purgeAt !== null && asset.purgeAt <= now ? destroy(asset) : nothing;
    case 'ack-present':
      return acknowledgePresent(asset, event.gen);
    case 'ack-absent':
      return acknowledgeAbsent(asset, event);
    case 'fault':
      return fault(asset, event);
    case 'overtaken':
      return overtake(asset, event, now);
  }
}

/** Why a name cannot be given to something new; null when nothing bears it. */
export function nameTaken({ kind, state }: Pick<Asset, 'kind' | 'state'>): ErrorCode | null {
  if (state === 'gone') return null;
  if (state === 'bin') return 'mailbox-in-bin';
  return state === 'ready' || state === 'failed' ? ASSETS[kind].exists : 'asset-changing';
}

/** A new wish under a new gen; the host has not met it yet. */
const wish = (asset: Asset, state: AssetState, wanted: AssetDesired | null, hash: string | null): Step['asset'] => ({
  state,
  problem: null,
  gen: asset.gen + 1,
  wanted,
  hash,
});

const underPassword = (tree: string, password: SealedPassword): MailboxAssetDesired => ({
  tree,
  active: true,
  password: { hash: null, print: password.print },
});

function create(asset: Asset, event: Extract<AssetEvent, { type: 'create' }>, now: number): Outcome {
  const taken = nameTaken(asset);
  if (taken) return refusal(taken);
  const { tree, password, by } = event;
  const wanted = password ? underPassword(tree, password) : { tree };
  return write('asset.creating', {
    ...wish(asset, 'creating', wanted, password?.hash ?? null),
    knownBy: password ? [{ person: by, since: now }] : [],
    purgeAt: null,
  });
}

function changePassword(asset: Asset, event: Extract<AssetEvent, { type: 'change-password' }>, now: number): Outcome {
  if (asset.state === 'gone') return refusal('mailbox-unmanaged');
  if (asset.state === 'bin') return refusal('mailbox-in-bin');
  if (asset.state === 'deleting') return refusal('asset-changing');
  const state = asset.state === 'creating' || asset.state === 'failed' ? 'creating' : 'changing';
  const { tree, password, by } = event;
  return write(
    'asset.password-changing',
    { ...wish(asset, state, underPassword(tree, password), password.hash), knownBy: [{ person: by, since: now }] },
    { people: asset.knownBy.map(({ person }) => person).join(', ') },
  );
}

function noteReaders(asset: Asset, people: readonly string[], now: number): Outcome {
  if (asset.state === 'gone') return refusal('mailbox-unmanaged');
  if (asset.state === 'deleting') return refusal('asset-changing');
  const since = new Map(asset.knownBy.map((reader) => [reader.person, reader.since]));
  const knownBy = [...new Set(people)].map((person) => ({ person, since: since.get(person) ?? now }));
  return write('asset.readers-noted', { knownBy }, { people: knownBy.map(({ person }) => person).join(', ') });
}

function destroy(asset: Asset): Outcome {
  if (asset.state === 'deleting') return nothing;
  return write('asset.deleting', { ...wish(asset, 'deleting', null, null), purgeAt: null });
}

function putIntoBin(asset: Asset, now: number): Outcome {
  if (asset.state === 'bin' || asset.state === 'deleting') return nothing;
  // What never came to stand has nothing to bring back.
  if (asset.state === 'failed') return destroy(asset);
  if (asset.wanted === null || !('active' in asset.wanted)) return refusal('mailbox-unmanaged');
  const purgeAt = now + BIN_MS;
  // A hash that has not reached the host yet must still travel.
  return write(
    'asset.binning',
    { ...wish(asset, 'bin', { ...asset.wanted, active: false }, asset.hash), purgeAt },
    { until: purgeAt },
  );
}

function restore(asset: Asset): Outcome {
  if (asset.state === 'gone' || asset.state === 'deleting') return refusal('not-found');
  if (asset.state !== 'bin' || asset.wanted === null) return nothing;
  return write('asset.restoring', {
    ...wish(asset, 'changing', { ...asset.wanted, active: true }, asset.hash),
    purgeAt: null,
  });
}
