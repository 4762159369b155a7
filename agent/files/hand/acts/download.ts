import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeZip } from 'client-zip';
import { downloadForm, nameOf, parentRef } from '../../../../contract/files/index.ts';
import { lookAt } from '../../../system/look.ts';
import { closeDirectory, openParentAt } from '../../../system/walk.ts';
import { type Archived, archived } from '../archive.ts';
import { type Asked, mustLieWithin, readBody } from '../asked.ts';
import { attachment } from '../disposition.ts';
import { concerning, refuse } from '../refusal.ts';
import { openFile, sendOpen } from './content.ts';

const MOST_FORM_BYTES = 64 * 1024;

/** POST /download: what the browser itself saves. One file as it is; anything else as a ZIP that is made while it is sent. */
export async function download(asked: Asked): Promise<void> {
  const refs = await readForm(asked);
  mustLieWithin(asked, ...refs);
  const [only = ''] = refs;
  const isFile = refs.length === 1 && (await concerning(only, () => typeOf(asked.root, only))) === 'file';
  if (!isFile) return sendArchive(asked, refs);
  const { fd, look } = await concerning(only, () => openFile(asked.root, only));
  await sendOpen(asked, fd, look, only);
}

async function readForm(asked: Asked): Promise<string[]> {
  const fields = new URLSearchParams((await readBody(asked.request, MOST_FORM_BYTES)).toString('utf8'));
  const form = downloadForm.safeParse({ ticket: fields.get('ticket'), at: fields.getAll('at') });
  return form.success ? form.data.at : refuse('invalid-request');
}

function typeOf(root: number, ref: string) {
  if (ref === '/') return 'directory';
  const { directory, name } = openParentAt(root, ref);
  try {
    const { type } = lookAt(directory, name) ?? refuse('missing', ref);
    return type === 'link' ? refuse('is-link', ref) : type;
  } finally {
    closeDirectory(directory);
  }
}

async function sendArchive(asked: Asked, refs: readonly string[]): Promise<void> {
  const [only = '/'] = refs;
  const name = refs.length === 1 && only !== '/' ? nameOf(only) : nameOf(parentRef(only)) || 'pliki';
  asked.response.writeHead(200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': attachment(`${name}.zip`),
    'Cache-Control': 'private, no-store',
  });
  await pipeline(Readable.fromWeb(makeZip(everything(asked, refs)) as never), asked.response, { signal: asked.signal });
}

async function* everything(asked: Asked, refs: readonly string[]): AsyncGenerator<Archived> {
  for (const ref of refs) {
    if (ref === '/') yield* archived({ directory: asked.root, name: Buffer.from('.') }, Buffer.from('pliki'));
    else {
      const place = openParentAt(asked.root, ref);
      try {
        yield* archived(place, place.name);
      } finally {
        closeDirectory(place.directory);
      }
    }
  }
}
