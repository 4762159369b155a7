import { accessWithinRecords, endedMeansClosed, foreignUntouched, noAccessPastEnd } from './access.ts';
import type { Invariant } from './finding.ts';
import { everythingRecorded, genNeverFalls, invitationUsedOnce, nobodyGrantsAbove, oneLiveOperation } from './records.ts';
import { converges, noPlainSecret } from './rest.ts';

/** Every invariant of the design, by name. */
export const INVARIANTS = {
  'access-within-records': accessWithinRecords,
  'ended-means-closed': endedMeansClosed,
  'gen-never-falls': genNeverFalls,
  'one-live-operation': oneLiveOperation,
  'everything-recorded': everythingRecorded,
  'invitation-used-once': invitationUsedOnce,
  'no-access-past-end': noAccessPastEnd,
  'nobody-grants-above-their-role': nobodyGrantsAbove,
  'foreign-untouched': foreignUntouched,
  converges,
  'no-plain-secret': noPlainSecret,
} as const satisfies Record<string, Invariant>;
export type InvariantName = keyof typeof INVARIANTS;
