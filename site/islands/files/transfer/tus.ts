import { DetailedError, Upload } from 'tus-js-client';
import { FILES_BASE, UPLOAD_CHUNK_BYTES } from '../../../../contract/files/door.ts';
import type { IfThere } from '../../../../contract/index.ts';
import { readFault } from '../door/fault.ts';
import { type SendFault, type SendOutcome, sendFault } from './transfer.ts';

export interface Parcel {
  file: File;
  at: string;
  ifThere: IfThere;
}
export interface Carriage {
  /** The file door's address, without FILES_BASE. */
  door: string;
  /** A ticket that is good for a request that begins now. */
  ticket: () => Promise<{ ok: true; ticket: string } | { ok: false; fault: SendFault }>;
  /** Where an earlier try had come to. */
  goOn: string | null;
  onAddress: (address: string) => void;
  onSent: (bytes: number) => void;
  signal: AbortSignal;
}

/** Thrown within a request, to come out again as its outcome. */
class Stopped extends Error {
  readonly fault: SendFault;
  constructor(fault: SendFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Gone, or never there: the upload begins anew. Every other refusal of a HEAD says nothing about the upload. */
const FORGOTTEN = [404, 410];

/** The fault that an answer names; without a body, as after HEAD, the one its status stands for. */
function faultIn(body: string, status: number): SendFault {
  let said: unknown = null;
  try {
    said = JSON.parse(body);
  } catch (fault) {
    // Not from the door itself, but from something before it.
    if (!(fault instanceof SyntaxError)) throw fault;
  }
  return sendFault(readFault(typeof said === 'object' && said !== null && 'error' in said ? said.error : null, status));
}

function faultOf(error: Error | DetailedError): SendFault {
  const cause = error instanceof DetailedError ? error.causingError : error;
  if (cause instanceof Stopped) return cause.fault;
  if (cause instanceof DOMException) return 'file-unreadable';
  if (!(error instanceof DetailedError) || !error.originalResponse) return 'network';
  const code = faultIn(error.originalResponse.getBody(), error.originalResponse.getStatus());
  // The server has more or less of the file than we thought: the next try asks it first.
  return code === 'changed' ? 'unexpected' : code;
}

/**
 * Sends a file by tus, from where an earlier try came to. One call is one try: tus' own retries know nothing of tickets, and
 * a paused request that is still waiting for one would be sent after all.
 */
export function carry({ file, at, ifThere }: Parcel, carriage: Carriage): Promise<SendOutcome> {
  const { door, ticket, goOn, onAddress, onSent, signal } = carriage;
  return new Promise((resolve) => {
    const upload = new Upload(file, {
      endpoint: `${door}${FILES_BASE}/uploads`,
      uploadUrl: goOn,
      chunkSize: UPLOAD_CHUNK_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { at, ifThere, changedAt: String(file.lastModified) },
      async onBeforeRequest(request) {
        const pass = await ticket();
        if (signal.aborted) throw new Stopped('network');
        if (!pass.ok) throw new Stopped(pass.fault);
        request.setHeader('Authorization', `Ticket ${pass.ticket}`);
      },
      onAfterResponse(request, response) {
        const status = response.getStatus();
        if (request.getMethod() === 'HEAD' && status >= 400 && !FORGOTTEN.includes(status))
          throw new Stopped(faultIn('', status));
      },
      onUploadUrlAvailable: () => void (upload.url && onAddress(upload.url)),
      onProgress: (sent) => onSent(sent),
      onSuccess: () => resolve({ ok: true }),
      onError: (error) => resolve({ ok: false, fault: faultOf(error) }),
    });
    signal.addEventListener('abort', () => void upload.abort());
    upload.start();
  });
}

/** Tells the server that nobody will go on with an upload; it forgets it by itself when it does not hear. */
export async function abandon(address: string, ticket: string): Promise<void> {
  const headers = { Authorization: `Ticket ${ticket}`, 'Tus-Resumable': '1.0.0' };
  try {
    await fetch(address, { method: 'DELETE', headers, credentials: 'omit' });
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
  }
}
