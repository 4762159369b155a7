import type { AuditEntry } from '../../contract/index.ts';
import { type App, define, refuse, refuseField } from '../http/index.ts';
import { exportCsv } from './export.ts';
import type { AuditPage, AuditRow } from './store.ts';
import { accountAudit, grantAudit } from './store.ts';
import { auditEntryOf } from './view.ts';

/** One more row than asked for tells whether there is a next page. */
function readPage({ after, limit }: { after?: string | undefined; limit: number }): AuditPage {
  if (after !== undefined && !/^\d{1,15}$/.test(after)) refuseField('after', 'invalid-input');
  return { before: after === undefined ? undefined : Number(after), limit: limit + 1 };
}

function pageOf(rows: AuditRow[], limit: number): { entries: AuditEntry[]; next: string | null } {
  const last = rows[limit - 1];
  return { entries: rows.slice(0, limit).map(auditEntryOf), next: rows.length > limit && last ? String(last.id) : null };
}

/** What an account's managers can read of what happened. */
export function mountAudit(app: App): void {
  app.openapi(define('listAudit'), async (c) => {
    const query = c.req.valid('query');
    return c.json(pageOf(await accountAudit(c.get('db'), c.get('account').id, readPage(query)), query.limit), 200);
  });
  app.openapi(define('readGrantHistory'), async (c) => {
    const query = c.req.valid('query');
    const { grantId } = c.req.valid('param');
    const rows = await grantAudit(c.get('db'), c.get('account').id, grantId, readPage(query));
    return c.json(pageOf(rows ?? refuse('not-found'), query.limit), 200);
  });
  app.openapi(define('exportAudit'), (c) => {
    const headers = {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="historia-konta.csv"',
    };
    return new Response(exportCsv(c.get('db'), c.get('account').id), { headers });
  });
}
