import { fileProblem } from '../../../contract/index.ts';
import type { DoorClient } from './file-door.ts';

const TUS = { 'Tus-Resumable': '1.0.0' };
const encode = (text: string) => Buffer.from(text).toString('base64');

export type Begin = { at: string; length: number; ifThere?: string; changedAt?: number; ticket?: string };

/** Speaks tus to a file door, as a browser's upload queue does. */
export const uploader = (kit: DoorClient) => ({
  async begin({ at, length, ticket, ...rest }: Begin): Promise<Response> {
    const metadata = Object.entries({ at, ...rest }).map(([name, value]) => `${name} ${encode(String(value))}`);
    const headers = { ...TUS, 'Upload-Length': String(length), 'Upload-Metadata': metadata.join(',') };
    return kit.ask('/uploads', { method: 'POST', headers, ...(ticket ? { ticket } : {}) });
  },
  /** Begins one that must be taken, and gives its path. */
  async open(begin: Begin): Promise<string> {
    const response = await this.begin(begin);
    if (response.status !== 201) throw new Error(await outcome(response));
    return `/${response.headers.get('location')}`;
  },
  offset: async (path: string): Promise<number> => {
    const response = await kit.ask(path, { method: 'HEAD', headers: TUS });
    return response.ok ? Number(response.headers.get('upload-offset')) : -response.status;
  },
  patch: (path: string, offset: number, body: BodyInit, signal?: AbortSignal): Promise<Response> =>
    kit.ask(path, {
      method: 'PATCH',
      headers: { ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
      body,
      ...(signal ? { signal } : {}),
    }),
  drop: (path: string) => kit.ask(path, { method: 'DELETE', headers: TUS }),
});
export type Uploader = ReturnType<typeof uploader>;

/** The status and, of a no, its code. */
export async function outcome(response: Response): Promise<string> {
  if (response.status < 400) return String(response.status);
  return `${response.status} ${fileProblem.parse(await response.json()).error.code}`;
}

/** Bytes of a body that come `part` by `part`; `before` is called before each, and may break off. */
export function inParts(bytes: Buffer, part: number, before: (sent: number) => void | Promise<void>): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(stream) {
      if (sent >= bytes.length) return stream.close();
      await before(sent);
      stream.enqueue(bytes.subarray(sent, sent + part));
      sent += part;
    },
  });
}
