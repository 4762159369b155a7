import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fileRef, MOST_EDITED_BYTES } from '../../../../contract/files/index.ts';
import { type Look, lookAt } from '../../../system/look.ts';
import { closeFile, createIn, openFolderIn, type Place, removeIfThere, settle, writeAll } from '../../../system/spool.ts';
import { closeDirectory, openParentAt } from '../../../system/walk.ts';
import { say } from '../answer.ts';
import { type Asked, mustLieWithin, readBody, readQuery } from '../asked.ts';
import { describeEntry, etagOf } from '../entry.ts';
import { modeFor, putInPlace } from '../place.ts';
import { concerning, refuse } from '../refusal.ts';

const saveQuery = z.object({ at: fileRef });

/** PUT /content: a whole small file. It says what it replaces (If-Match), or that it replaces nothing (If-None-Match: *). */
export async function saveContent(asked: Asked): Promise<void> {
  const { at } = readQuery(asked, saveQuery);
  mustLieWithin(asked, at);
  if (at === '/') refuse('wrong-type', at);
  const match = asked.request.headers['if-match'];
  if ((match === undefined) === (asked.request.headers['if-none-match'] !== '*')) refuse('invalid-request', at);
  const bytes = await readBody(asked.request, MOST_EDITED_BYTES);
  const entry = await concerning(at, () => save(asked, at, bytes, match));
  say(asked.response, match === undefined ? 201 : 200, entry, { ETag: entry.etag ?? '' });
}

async function save(asked: Asked, at: string, bytes: Buffer, match: string | undefined) {
  const to = openParentAt(asked.root, at);
  const spool = openFolderIn(asked.state, 'uploads');
  const from: Place = { directory: spool, name: Buffer.from(`${randomUUID()}.put`) };
  try {
    const there = mustMatch(lookAt(to.directory, to.name), match);
    const fd = createIn(from);
    try {
      await writeAll(fd, bytes);
      await settle(fd, { mode: modeFor(there), changedAt: null });
    } finally {
      closeFile(fd);
    }
    // Once more, in the same breath as the exchange.
    mustMatch(lookAt(to.directory, to.name), match);
    putInPlace(from, to, match === undefined ? 'refuse' : 'replace');
    return describeEntry(to.directory, to.name, at) ?? refuse('changed');
  } finally {
    removeIfThere(from);
    closeDirectory(spool);
    closeDirectory(to.directory);
  }
}

/** Refuses what would overwrite somebody else's change, or change whose a file is. */
function mustMatch(there: Look | null, match: string | undefined): Look | null {
  if (match === undefined) return there === null ? null : refuse('exists');
  if (there === null) refuse('missing');
  if (there.type === 'link') refuse('is-link');
  if (there.type !== 'file') refuse('wrong-type');
  if (there.uid !== process.getuid?.()) refuse('denied');
  return etagOf(there) === match ? there : refuse('changed');
}
