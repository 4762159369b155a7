import { doorOf } from '../door/door.ts';
import { giveUp, senderFor } from './sender.ts';
import { Uploads } from './uploads.ts';

const all = new Map<string, { uploads: Uploads; arrived: Set<(directory: string) => void> }>();

/** All uploads to a service: one list for the page, whatever of it is drawn anew. */
export function shared(serviceId: string): { uploads: Uploads; arrived: Set<(directory: string) => void> } {
  const known = all.get(serviceId);
  if (known) return known;
  const door = doorOf(serviceId);
  const arrived = new Set<(directory: string) => void>();
  const uploads = new Uploads({
    send: senderFor(serviceId, door),
    onArrived: (directory) => {
      for (const listener of arrived) listener(directory);
    },
    onGivenUp: (transfer) => void giveUp(serviceId, door, transfer),
  });
  all.set(serviceId, { uploads, arrived });
  return { uploads, arrived };
}
