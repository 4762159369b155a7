import { z } from 'zod';

/**
 * A grant intent: where a wizard ends and the confirm page begins, carried in the URL.
 * It prefills and never confirms; nothing personal is in it.
 */
export const grantIntent = z.object({
  kind: z.literal('ftp'),
  area: z.enum(['tree', 'directory']),
  access: z.enum(['read', 'write']),
  /** Suggested length in days; null is "until I take it back" and is never suggested. */
  days: z.int().min(1).max(730).default(7),
  flow: z.string().max(60).optional(),
  outcome: z.string().max(60).optional(),
});
export type GrantIntent = z.infer<typeof grantIntent>;

const POLISH = {
  area: { tree: 'caly-serwer', directory: 'katalog' },
  access: { read: 'odczyt', write: 'zapis' },
} as const;
const english = <K extends keyof typeof POLISH>(name: K, word: string | null) =>
  Object.entries(POLISH[name]).find(([, polish]) => polish === word)?.[0];

/** The query string of `/panel/nadaj/` for an intent, in Polish words. */
export function intentToQuery(intent: GrantIntent): URLSearchParams {
  const query = new URLSearchParams({
    rodzaj: intent.kind,
    zakres: POLISH.area[intent.area],
    prawo: POLISH.access[intent.access],
    dni: String(intent.days),
  });
  if (intent.flow) query.set('kreator', intent.flow);
  if (intent.outcome) query.set('wynik', intent.outcome);
  return query;
}

/** Reads an intent back; null when the query does not hold a whole valid one. */
export function intentFromQuery(query: URLSearchParams): GrantIntent | null {
  const parsed = grantIntent.safeParse({
    kind: query.get('rodzaj'),
    area: english('area', query.get('zakres')),
    access: english('access', query.get('prawo')),
    days: query.has('dni') ? Number(query.get('dni')) : undefined,
    flow: query.get('kreator') ?? undefined,
    outcome: query.get('wynik') ?? undefined,
  });
  return parsed.success ? parsed.data : null;
}
