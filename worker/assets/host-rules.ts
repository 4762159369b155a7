import { APPLY_FAULTS, type AssetState } from '../../contract/index.ts';
import { type Asset, type AssetEvent, BIN_MS, nothing, type Outcome, write } from './life.ts';

/* What a host's word does to an asset. A word about another gen than the present one is old news. */

/** What each state becomes once its host has it, and how that is written down. */
const CONFIRMED: Partial<Record<AssetState, { state: AssetState; action: string }>> = {
  creating: { state: 'ready', action: 'asset.created' },
  failed: { state: 'ready', action: 'asset.created' },
  changing: { state: 'ready', action: 'asset.changed' },
  bin: { state: 'bin', action: 'asset.binned' },
};

const confirmed = (gen: number) => ({ problem: null, ackedGen: gen, hash: null });

export function acknowledgePresent(asset: Asset, gen: number): Outcome {
  if (gen !== asset.gen) return nothing;
  const settled = asset.state === 'ready' || (asset.state === 'bin' && asset.ackedGen === gen);
  if (settled) return asset.problem === null ? nothing : write('asset.healed', confirmed(gen));
  const after = CONFIRMED[asset.state];
  return after ? write(after.action, { state: after.state, ...confirmed(gen) }) : nothing;
}

export function acknowledgeAbsent(asset: Asset, event: Extract<AssetEvent, { type: 'ack-absent' }>): Outcome {
  if (asset.state !== 'deleting' || event.gen !== asset.gen || event.look !== 2) return nothing;
  return write('asset.deleted', { state: 'gone', knownBy: [], ...confirmed(event.gen) });
}

export function fault(asset: Asset, event: Extract<AssetEvent, { type: 'fault' }>): Outcome {
  if (event.gen !== asset.gen || asset.state === 'gone') return nothing;
  const details = { fault: event.fault };
  if (asset.state === 'creating' && APPLY_FAULTS[event.fault].permanent)
    return write('asset.failed', { state: 'failed', problem: event.fault }, details);
  return asset.problem === event.fault ? nothing : write('asset.problem', { problem: event.fault }, details);
}

/**
 * What the tables say holds, under a gen that the host has not seen yet. But what stands there under a higher gen was wanted
 * later than a deletion that the tables remember: it is left alone, and what lies in the bin gets its whole time anew.
 */
export function overtake(asset: Asset, { gen, present }: Extract<AssetEvent, { type: 'overtaken' }>, now: number): Outcome {
  if (asset.state === 'gone' || gen <= asset.gen) return nothing;
  if (asset.state === 'deleting' && present) return write('asset.kept', { state: 'gone', knownBy: [], ...confirmed(asset.gen) });
  return write('asset.repaired', {
    gen: gen + 1,
    ...(asset.state === 'ready' ? { state: 'changing' as const } : {}),
    ...(asset.state === 'bin' ? { purgeAt: now + BIN_MS } : {}),
  });
}
