import { Upload } from 'tus-js-client';
import { FILES_BASE, filePass, UPLOAD_CHUNK_BYTES } from '../../../contract/index.ts';
import { ApiClient } from '../../support/api-client.ts';
import { streamOf } from './made-bytes.ts';

/** What a sender is asked to send, and from where on it stands still until it is killed, or its connection is. */
export type Sending = {
  edge: string;
  cookie: string;
  serviceId: string;
  door: string;
  at: string;
  seed: string;
  size: number;
  /** The address of an upload that another sender began. */
  goOn: string | null;
  stops: number[];
};
export type SenderSaid =
  | { t: 'address'; address: string }
  | { t: 'stands'; at: number }
  /** Where it went on after something was lost. */
  | { t: 'goes-on'; from: number }
  | { t: 'done' }
  | { t: 'failed'; why: string };

// A process of its own, so that it can be killed: tus' own client, which gets a ticket of the edge for each request.
process.once('message', (asked) => send(asked as Sending));
const say = (said: SenderSaid) => process.send?.(said);

function send({ edge, cookie, serviceId, door, at, seed, size, goOn, stops }: Sending): void {
  const owner = new ApiClient((request) => fetch(request), edge);
  owner.cookie = cookie;
  const stand = (reached: number) => {
    const [stop] = stops;
    if (stop === undefined || reached < stop) return;
    stops.shift();
    say({ t: 'stands', at: reached });
    return new Promise<void>(() => {});
  };
  const slice = async (start: number, end: number) => {
    const body = Object.assign(
      streamOf(seed, start, end, (reached) => stand(reached)),
      { size: end - start },
    );
    return { value: body, done: end >= size };
  };
  const upload = new Upload(Buffer.alloc(0), {
    endpoint: `${door}${FILES_BASE}/uploads`,
    ...(goOn ? { uploadUrl: goOn } : {}),
    fileReader: { openFile: async () => ({ size, slice, close: () => {} }) },
    chunkSize: UPLOAD_CHUNK_BYTES,
    retryDelays: [50, 200, 500, 1000, 2000, 4000],
    storeFingerprintForResuming: false,
    metadata: { at },
    async onBeforeRequest(request) {
      const answer = await owner.call('issueFileTicket', { params: { serviceId }, body: { path: '/', right: 'write' } });
      if (answer.status !== 201) throw new Error(`no ticket: ${answer.status}`);
      request.setHeader('Authorization', `Ticket ${filePass.parse(await answer.json()).ticket}`);
    },
    onAfterResponse(request, response) {
      if (request.getMethod() === 'HEAD') say({ t: 'goes-on', from: Number(response.getHeader('Upload-Offset')) });
    },
    onUploadUrlAvailable: () => void (upload.url && say({ t: 'address', address: upload.url })),
    onSuccess: () => end({ t: 'done' }),
    onError: (error) => end({ t: 'failed', why: error.message }),
  });
  upload.start();
}

function end(said: SenderSaid): void {
  process.send?.(said, () => process.exit(0));
}
