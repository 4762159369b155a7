import { z } from 'zod';
import { databaseAccess, mailboxAccess, panelRole } from './kinds/index.ts';

const common = {
  /** Suggested length in days; null is "until I take it back" and is never suggested. */
  days: z.int().min(1).max(730).default(7),
  flow: z.string().max(60).optional(),
  outcome: z.string().max(60).optional(),
};

/**
 * A grant intent: where a wizard ends and the confirm page begins, carried in the URL.
 * It prefills and never confirms; nothing personal is in it, so it never says which database or mailbox.
 */
export const grantIntent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ftp'), area: z.enum(['tree', 'directory']), access: z.enum(['read', 'write']), ...common }),
  z.object({ kind: z.literal('database'), access: databaseAccess, ...common }),
  z.object({ kind: z.literal('mailbox'), access: mailboxAccess, ...common }),
]);
export type GrantIntent = z.infer<typeof grantIntent>;

/** The same for a panel user (R1, R2), who is invited on the page of those who sign in. */
export const panelIntent = z.object({
  kind: z.literal('panel-user'),
  role: panelRole,
  ...common,
  /** Whoever sees the whole account should be asked anew before long. */
  days: z.int().min(1).max(730).default(30),
});
export type PanelIntent = z.infer<typeof panelIntent>;

/** Whatever a wizard may end in. */
export const anyIntent = z.discriminatedUnion('kind', [...grantIntent.options, panelIntent]);
export type AnyIntent = z.infer<typeof anyIntent>;

const POLISH = {
  kind: { ftp: 'ftp', database: 'baza-danych', mailbox: 'skrzynka', 'panel-user': 'panel' },
  area: { tree: 'caly-serwer', directory: 'katalog' },
  access: { read: 'odczyt', write: 'zapis', full: 'pelny' },
  role: { administrator: 'administrator', user: 'uzytkownik' },
} as const;
const english = <K extends keyof typeof POLISH>(name: K, word: string | null) =>
  Object.entries(POLISH[name]).find(([, polish]) => polish === word)?.[0];

/** The query string of `/panel/nadaj/` for an intent, in Polish words. */
export function intentToQuery(intent: AnyIntent): URLSearchParams {
  const query = new URLSearchParams({ rodzaj: POLISH.kind[intent.kind] });
  if (intent.kind === 'ftp') query.set('zakres', POLISH.area[intent.area]);
  if (intent.kind === 'panel-user') query.set('rola', POLISH.role[intent.role]);
  else query.set('prawo', POLISH.access[intent.access]);
  query.set('dni', String(intent.days));
  if (intent.flow) query.set('kreator', intent.flow);
  if (intent.outcome) query.set('wynik', intent.outcome);
  return query;
}

/** Reads an intent back; null when the query does not hold a whole valid one. */
export function intentFromQuery(query: URLSearchParams): AnyIntent | null {
  const parsed = anyIntent.safeParse({
    kind: english('kind', query.get('rodzaj')),
    area: english('area', query.get('zakres')),
    access: english('access', query.get('prawo')),
    role: english('role', query.get('rola')),
    days: query.has('dni') ? Number(query.get('dni')) : undefined,
    flow: query.get('kreator') ?? undefined,
    outcome: query.get('wynik') ?? undefined,
  });
  return parsed.success ? parsed.data : null;
}
