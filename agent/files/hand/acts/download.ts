import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { downloadForm, liesWithin, nameOf, parentRef } from '../../../../contract/files/index.ts';
import { lookAt } from '../../../system/look.ts';
import { closeDirectory, openDirectoryAt, openParentAt } from '../../../system/walk.ts';
import { archived, archivedBelow } from '../archive.ts';
import { type Asked, mustLieWithin, readBody } from '../asked.ts';
import { attachment } from '../disposition.ts';
import { inBlocks } from '../in-blocks.ts';
import { numbered } from '../numbered.ts';
import { concerning, refuse } from '../refusal.ts';
import { type ZipEntry, zipOf } from '../zip.ts';
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
  // What is in the way of the first is said as it is, while it still can be.
  await concerning(only, () => closeDirectory(openDirectoryAt(asked.root, parentRef(only))));
  asked.response.writeHead(200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': attachment(`${name}.zip`),
    'Cache-Control': 'private, no-store',
  });
  await pipeline(inBlocks(zipOf(everything(asked, outermost(refs)))), asked.response, { signal: asked.signal });
}

/** What lies in another of them comes with that one. */
const outermost = (refs: readonly string[]) =>
  [...new Set(refs)].filter((ref) => !refs.some((other) => other !== ref && liesWithin(other, ref)));

const NOT_READ = 'NIE MA W ARCHIWUM.txt';
const NOT_READ_WORDS = 'Tych plików i katalogów nie ma w archiwum, bo ich uprawnienia nie pozwalają ich odczytać:\r\n\r\n';

async function* everything(asked: Asked, refs: readonly string[]): AsyncGenerator<ZipEntry> {
  const unread: Buffer[] = [];
  const onUnread = (name: Buffer) => void unread.push(name);
  const taken = new Set<string>();
  for (const ref of refs) {
    if (ref === '/') yield* archivedBelow(openDirectoryAt(asked.root, '/'), Buffer.alloc(0), onUnread);
    else {
      const place = openParentAt(asked.root, ref);
      try {
        yield* archived(place, nameNotIn(taken, place.name), onUnread);
      } finally {
        closeDirectory(place.directory);
      }
    }
  }
  if (unread.length === 0) return;
  const text = Buffer.concat([Buffer.from(NOT_READ_WORDS), ...unread.flatMap((name) => [name, Buffer.from('\r\n')])]);
  const name = nameNotIn(taken, Buffer.from(NOT_READ));
  yield { name, mode: 0o644, changedAt: Date.now(), content: { size: text.length, bytes: Readable.from([text]) } };
}

/** Things of several directories may have the same name; in the archive they lie in one. */
function nameNotIn(taken: Set<string>, name: Buffer): Buffer {
  let own = name;
  for (let n = 2; taken.has(own.toString('latin1')); n += 1) own = numbered(name, n);
  taken.add(own.toString('latin1'));
  return own;
}
