import { scopePhrase } from '../../../../content/words/index.ts';
import { SEAT, type SeatDesired, type SeatSpec } from '../../../../contract/index.ts';
import { defineHostKind, inSeconds } from '../../kind.ts';
import { seatEffects } from './effects.ts';

/** Assigned licences (R4, R5); the maker's cloud, or Klucznik itself, keeps them. */
export const seat = defineHostKind<SeatSpec, SeatDesired>({
  begins: 'at-once',
  resource: SEAT,
  shownOnce: false,
  announcement: 'seat-assigned',
  farewell: 'seat-withdrawn',
  effects: seatEffects,
  seal: async () => 'credential-unsuited',
  target: () => '',
  mayBecome: () => true,
  wanted: (spec, _place, notAfter) => ({ role: spec.role, notAfter: inSeconds(notAfter) }),
  kept: () => ({ print: null, keys: [] }),
  phrase: scopePhrase,
  connection: () => null,
});
