import type { DataFault, ZoneFinding } from '../../../contract/index.ts';
import { MESSAGES } from './messages.ts';

export type FindingCode = keyof typeof MESSAGES | DataFault;

/** What a message names: a record's name, where it leads, and the like. */
export type Named = Partial<Record<'name' | 'target' | 'domain' | 'type', string>>;

/** A finding with its message; `at` is the place of the record it is about among those that come. */
export function finding(at: number | null, field: ZoneFinding['field'], code: FindingCode, named: Named = {}): ZoneFinding {
  const { grave, say } = MESSAGES[code];
  return { at, field, code, message: say({ name: '', target: '', domain: '', type: '', ...named }), grave };
}
