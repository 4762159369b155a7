import { Agent, type ClientRequestArgs } from 'node:http';
import { connect, type OnReadOpts, type Socket } from 'node:net';

/** As much as Linux keeps in a socket of a path, and then some. */
const READ_BYTES = 256 * 1024;
/** What fills less than half of its buffer is copied out of it, so that what waits for a slow browser is at most twice as large as it seems. */
const SMALL_BYTES = READ_BYTES / 2;

/** Connections to a hand that read up to 256 KiB at once, not Node's 64: each read goes through its streams and through TLS by itself. */
export class WideAgent extends Agent {
  override createConnection(options: ClientRequestArgs & { highWaterMark?: number }): Socket {
    const onread: OnReadOpts = {
      buffer: () => Buffer.allocUnsafeSlow(READ_BYTES),
      callback(length, bytes) {
        const read = bytes.subarray(0, length);
        return socket.push(length < SMALL_BYTES ? Buffer.from(read) : read);
      },
    };
    // Node hands `highWaterMark` on to the stream; its types do not say so.
    const wide = { path: options.socketPath ?? '', highWaterMark: options.highWaterMark, onread };
    const socket: Socket = connect(wide);
    return socket;
  }
}
