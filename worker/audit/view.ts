import { z } from 'zod';
import type { AuditEntry } from '../../contract/index.ts';
import { type Details, sentenceOf } from './sentences.ts';
import type { AuditRow } from './store.ts';

/** Rows are ours, but older ones were written by older code: what does not fit is left out of the sentence. */
const details = z.object({
  grantee: z.string().optional().catch(undefined),
  what: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  notAfter: z.number().nullable().optional().catch(undefined),
  late: z.number().optional().catch(undefined),
  fault: z.string().optional().catch(undefined),
  database: z.string().optional().catch(undefined),
  mailbox: z.string().optional().catch(undefined),
  people: z.string().optional().catch(undefined),
  until: z.number().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
  domain: z.string().optional().catch(undefined),
  added: z.number().optional().catch(undefined),
  removed: z.number().optional().catch(undefined),
  delegate: z.string().optional().catch(undefined),
});

function readDetails(row: AuditRow): Details {
  const parsed = details.parse(JSON.parse(row.details));
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

export function auditEntryOf(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actorKind, name: row.actorName },
    action: row.action,
    grantId: row.grantId,
    sentence: sentenceOf(row.action, readDetails(row)),
    from: row.from,
  };
}
