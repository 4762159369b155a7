import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';

/** Longest wait for a packet; above MariaDB's own wait for a slow sign-in (connect_timeout, ten seconds). */
const PATIENCE_MS = 20_000;

export type Packet = { seq: number; body: Buffer };
export type Packets = {
  send(seq: number, body: Buffer): void;
  /** The next packet; null when the connection is cut. */
  next(): Promise<Packet | null>;
  /** Hands the stream on, to TLS say. */
  detach(): void;
};

/** Cuts a stream into packets of MariaDB's protocol: three bytes of length, one of sequence, then the body. */
export function packetsOf(stream: Duplex): Packets {
  let held = Buffer.alloc(0);
  let cut = false;
  let wake: () => void = () => {};
  const onData = (part: Buffer) => {
    held = Buffer.concat([held, part]);
    wake();
  };
  const onClose = () => {
    cut = true;
    wake();
  };
  stream.on('data', onData).on('close', onClose);
  return {
    send(seq, body) {
      const head = Buffer.alloc(4);
      head.writeUIntLE(body.length, 0, 3);
      head[3] = seq;
      stream.write(Buffer.concat([head, body]));
    },
    async next() {
      const timer = setTimeout(() => stream.destroy(), PATIENCE_MS);
      try {
        while (held.length < 4 || held.length < 4 + held.readUIntLE(0, 3)) {
          if (cut) return null;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        clearTimeout(timer);
      }
      const length = held.readUIntLE(0, 3);
      const packet = { seq: held.readUInt8(3), body: held.subarray(4, 4 + length) };
      held = held.subarray(4 + length);
      return packet;
    },
    detach() {
      stream.off('data', onData).off('close', onClose);
    },
  };
}

const sha1 = (...parts: Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest();

/** mysql_native_password: SHA1(password) XOR SHA1(scramble + SHA1(SHA1(password))). */
export function nativeAnswer(password: string, scramble: Buffer): Buffer {
  const once = sha1(Buffer.from(password));
  const mask = sha1(scramble, sha1(once));
  return Buffer.from(once.map((byte, index) => byte ^ (mask[index] ?? 0)));
}

/** `*` and the hex of SHA1(SHA1(password)), as it stands in mysql.global_priv. */
export const nativeHash = (password: string): string =>
  `*${sha1(sha1(Buffer.from(password)))
    .toString('hex')
    .toUpperCase()}`;

/** CLIENT_LONG_PASSWORD, PROTOCOL_41, SSL, SECURE_CONNECTION, PLUGIN_AUTH. */
const CAPABILITIES = 0x1 | 0x200 | 0x800 | 0x8000 | 0x80000;
const UTF8MB4 = 45;

function greeting(): Buffer {
  const body = Buffer.alloc(32);
  body.writeUInt32LE(CAPABILITIES, 0);
  body.writeUInt32LE(2 ** 24 - 1, 4);
  body[8] = UTF8MB4;
  return body;
}

/** What asks the server to go on inside TLS. */
export const sslRequest = greeting;

/** A sign-in whose method the server will not take, so that it asks for another (AuthSwitchRequest) and waits. */
export const signInByAnotherMethod = (user: string): Buffer =>
  Buffer.concat([greeting(), Buffer.from(`${user}\0\0caching_sha2_password\0`)]);
