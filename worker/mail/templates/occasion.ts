import { type ApplyFault, type GrantSpec, grantSpec } from '../../../contract/index.ts';
import type { Database } from '../../db/index.ts';
import type { Subject } from '../store.ts';

/** What there is to write a message from, when its turn to be sent has come. */
export interface Occasion {
  db: Database;
  subject: Subject;
  recipient: string;
  /** What the host complained about, when that is what the message is about. */
  fault: ApplyFault | null;
  origin: string;
  now: number;
}

/** What the grant that a message is about opens. */
export const specOf = ({ grant }: Subject): GrantSpec => grantSpec.parse(JSON.parse(grant.spec));
