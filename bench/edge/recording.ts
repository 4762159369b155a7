import { recordedD1, type Trip } from '../../tests/support/recorded-d1.ts';
import type { Env } from '../../worker/http/index.ts';

/** What one request asked of D1: before its answer, and after it. */
export interface Recording {
  during: Trip[];
  after: Trip[];
}

/** The recording of the last request that asked to be recorded. */
export let lastRecording: Recording = { during: [], after: [] };

/**
 * Bindings whose D1 writes down what is asked. The app takes `DB` once for the request itself; whoever takes it
 * again works on after the answer (the mail).
 */
export function recordingEnv(env: Env): Env {
  const recording: Recording = { during: [], after: [] };
  lastRecording = recording;
  let trips = recording.during;
  return Object.defineProperty({ ...env }, 'DB', {
    get() {
      const taken = recordedD1(env.DB, trips);
      trips = recording.after;
      return taken;
    },
  });
}
