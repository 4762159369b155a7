import { createServer } from 'node:http';
import type { z } from 'zod';
import { openPlace, type TreePlace } from '../../system/tree-place.ts';
import { toHand } from '../messages.ts';
import { describeFault, endOnFault, listenUpward, sayUpward } from '../upward.ts';
import { serve } from './serve.ts';
import { sweep } from './sweep.ts';

const complain = (words: string) => sayUpward({ t: 'complain', words: `files-hand: ${words}` });
/** The door sends it nothing but what has a ticket, over a socket that only root can reach. */
const LIMITS = {
  maxHeaderSize: 128 * 1024,
  headersTimeout: 0,
  requestTimeout: 0,
  keepAliveTimeout: 0,
  highWaterMark: 1024 * 1024,
};

/** A hand: one process that works in one customer's tree, and has no more rights than that customer. */
export function runHand(): void {
  endOnFault('files-hand');
  let place: TreePlace | null = null;
  const onMessage = (message: z.infer<typeof toHand>) => {
    if (message.t === 'sweep') return void sweepAll(place);
    place = openPlace(message.customersRoot, message.tree);
    if (place !== null) return stepIn(place, message.socket);
    sayUpward({ t: 'no-tree' });
    // It is root still, and has nothing to do.
    process.disconnect();
  };
  listenUpward(toHand, { onMessage });
}

function stepIn(place: TreePlace, socket: string): void {
  const server = createServer(LIMITS, (request, response) => void serve(place, request, response, complain));
  server.listen(socket, () => {
    stepDown(place);
    sayUpward({ t: 'ready' });
  });
}

/** Gives up every right but the customer's, for good; by now all code is loaded and the socket is bound. */
function stepDown({ uid, gid }: TreePlace): void {
  process.umask(0o022);
  process.chdir('/');
  process.setgroups?.([]);
  process.setgid?.(gid);
  process.setuid?.(uid);
  if (process.getuid?.() !== uid || process.geteuid?.() !== uid || process.getegid?.() !== gid) process.exit(1);
}

async function sweepAll(place: TreePlace | null): Promise<void> {
  try {
    if (place) await sweep(place);
  } catch (error) {
    complain(`sweep: ${describeFault(error)}`);
  }
  sayUpward({ t: 'swept' });
}
