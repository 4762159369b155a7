import { UPLOAD_KEPT_MS } from '../../../../contract/files/index.ts';
import { freeBytesOf } from '../../../system/disk.ts';
import { lookAt } from '../../../system/look.ts';
import { closeDirectory, openParentAt } from '../../../system/walk.ts';
import { sayFault } from '../answer.ts';
import { type Asked, mustLieWithin } from '../asked.ts';
import { finishUpload } from '../finish-upload.ts';
import { receivePart } from '../receive-part.ts';
import { concerning, Refusal, refuse } from '../refusal.ts';
import { Turns } from '../turns.ts';
import { readLength, readMetadata, TUS, type UploadMetadata } from '../tus.ts';
import { type Upload, Uploads } from '../uploads.ts';

const turns = new Turns();
let opened: Uploads | null = null;
const uploadsOf = ({ state }: Asked): Uploads => {
  opened ??= new Uploads(state);
  return opened;
};

/** POST /uploads (tus creation): notes what is to come, when there is room for it. */
export async function beginUpload(asked: Asked): Promise<void> {
  mustSpeakTus(asked);
  const length = readLength(asked.request.headers['upload-length']) ?? refuse('invalid-request');
  const said = readMetadata(String(asked.request.headers['upload-metadata'] ?? '')) ?? refuse('invalid-request');
  mustLieWithin(asked, said.at);
  await concerning(said.at, () => mustFit(asked, said));
  if (length > freeBytesOf(asked.state)) refuse('disk-full', said.at);
  const uploads = uploadsOf(asked);
  const upload = { at: said.at, length, ifThere: said.ifThere, changedAt: said.changedAt ?? null };
  const id = uploads.create(upload);
  const placed = length === 0 ? await finishUpload(asked, uploads, id, { ...upload, placed: null }) : null;
  // From the address of the request: a web server in front may have put the door below another path.
  asked.response.writeHead(201, { ...standing({ ...upload, placed }, 0), Location: `uploads/${id}` }).end();
}

/** HEAD /uploads/{id}: how far it is. */
export async function tellUpload(asked: Asked): Promise<void> {
  mustSpeakTus(asked);
  await turns.take(asked.id, async () => {
    const uploads = uploadsOf(asked);
    const upload = find(asked, uploads);
    const now = await finishWhenWhole(asked, uploads, upload);
    asked.response.writeHead(200, standing(now, uploads.offset(asked.id, now))).end();
  });
}

/** PATCH /uploads/{id}: the next part; with the last one the file comes to lie in its place. */
export async function continueUpload(asked: Asked): Promise<void> {
  mustSpeakTus(asked);
  if (asked.request.headers['content-type'] !== 'application/offset+octet-stream') refuse('invalid-request');
  await turns.take(asked.id, async (stop) => {
    const uploads = uploadsOf(asked);
    const upload = find(asked, uploads);
    const offset = uploads.offset(asked.id, upload);
    // tus wants 409 here, whatever else has this name.
    if (readLength(asked.request.headers['upload-offset']) !== offset)
      return sayFault(asked.response, new Refusal('changed', upload.at), 409);
    if (offset < upload.length) await concerning(upload.at, () => receivePart(asked, uploads, upload.length - offset, stop));
    const now = await finishWhenWhole(asked, uploads, upload);
    asked.response.writeHead(204, standing(now, uploads.offset(asked.id, now))).end();
  });
}

/** DELETE /uploads/{id} (tus termination): forgets it. */
export async function endUpload(asked: Asked): Promise<void> {
  mustSpeakTus(asked);
  await turns.take(asked.id, async () => {
    const uploads = uploadsOf(asked);
    find(asked, uploads);
    uploads.remove(asked.id);
    asked.response.writeHead(204, { 'Tus-Resumable': TUS }).end();
  });
}

/** Throws away uploads that nobody went on with. */
export function sweepUploads(state: number, now: number): void {
  const uploads = new Uploads(state);
  try {
    uploads.sweep(now);
  } finally {
    uploads.close();
  }
}

function mustSpeakTus({ request, response }: Asked): void {
  response.setHeader('Tus-Resumable', TUS);
  if (request.headers['tus-resumable'] === TUS) return;
  response.setHeader('Tus-Version', TUS);
  refuse('changed');
}

/** Says at once what would be said after all the bytes had come. */
function mustFit({ root }: Asked, { at, ifThere }: UploadMetadata): void {
  const { directory, name } = openParentAt(root, at);
  try {
    const there = lookAt(directory, name);
    if (there !== null && ifThere === 'refuse') refuse('exists');
    if (there?.type === 'directory' && ifThere === 'replace') refuse('wrong-type');
  } finally {
    closeDirectory(directory);
  }
}

function find(asked: Asked, uploads: Uploads): Upload {
  const upload = uploads.read(asked.id) ?? refuse('missing');
  mustLieWithin(asked, upload.at);
  return upload;
}

async function finishWhenWhole(asked: Asked, uploads: Uploads, upload: Upload): Promise<Upload> {
  if (upload.placed !== null || uploads.offset(asked.id, upload) < upload.length) return upload;
  return { ...upload, placed: await finishUpload(asked, uploads, asked.id, upload) };
}

const standing = ({ length, placed }: Upload, offset: number): Record<string, string> => ({
  'Tus-Resumable': TUS,
  'Upload-Offset': String(offset),
  'Upload-Length': String(length),
  'Upload-Expires': new Date(Date.now() + UPLOAD_KEPT_MS).toUTCString(),
  ...(placed === null ? {} : { 'Klucznik-At': placed }),
});
