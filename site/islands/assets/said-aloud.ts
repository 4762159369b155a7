import { type Failure, problemWith } from '../../api/result.ts';

/** What has to be said for the whole form: null when it stands beside one of its fields; what is wrong with anything else, in its own words. */
export function saidAloud(failed: Failure | null, fields: readonly string[]): Failure | null {
  if (!failed || fields.some((field) => problemWith(failed, field))) return null;
  return { ...failed, message: failed.fields[0]?.message ?? failed.message };
}
