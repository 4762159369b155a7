import type { IncomingMessage } from 'node:http';

/** Twice what a part of an upload may be. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Takes what still comes of a request that has been answered, and throws it away: a browser that is still sending would see
 * a closed connection instead of the answer. One who sends without end is cut off.
 */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let length = 0;
  request.on('error', () => request.destroy());
  request.on('data', (part: Buffer) => {
    length += part.length;
    if (length > MOST_BYTES) request.destroy();
  });
  request.resume();
}
