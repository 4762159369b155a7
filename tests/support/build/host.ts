import type { host } from '../../../worker/db/schema.ts';

type HostRow = typeof host.$inferInsert;

/** A hosting server, not enrolled yet. */
export function aHost(over: Partial<HostRow> = {}): { host: [HostRow & { id: string }] } {
  const id = over.id ?? crypto.randomUUID();
  return { host: [{ name: `${id.slice(0, 8)}.hosting.test`, createdAt: Date.now(), ...over, id }] };
}
