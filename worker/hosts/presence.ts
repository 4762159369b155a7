/** How long a host counts as there after it was last heard; the link looks at it every minute. */
const STALE_MS = 150_000;

/** True when the host's agent is connected, as far as the tables know. What no agent keeps (the Panel, a vendor's cloud) counts as there. */
export const isOnline = (
  host: { kind: 'agent' | 'edge' | 'vendor'; online: boolean; lastSeenAt: number | null },
  now: number,
): boolean => host.kind !== 'agent' || (host.online && host.lastSeenAt !== null && now - host.lastSeenAt < STALE_MS);
