/** How long a host counts as there after it was last heard; the link looks at it every minute. */
const STALE_MS = 150_000;

/** True when the host's agent is connected, as far as the tables know. */
export const isOnline = (host: { online: boolean; lastSeenAt: number | null }, now: number): boolean =>
  host.online && host.lastSeenAt !== null && now - host.lastSeenAt < STALE_MS;
