import { parentRef } from '../../../contract/files/index.ts';
import { lookAt } from '../../system/look.ts';
import { closeFile, settle, syncFolder } from '../../system/spool.ts';
import { closeDirectory, openParentAt, refOfName } from '../../system/walk.ts';
import { modeFor, putInPlace } from './place.ts';
import { concerning } from './refusal.ts';
import type { Upload, Uploads } from './uploads.ts';

/** Puts an upload whose bytes have all come under its name; gives where it lies. Called again after a kill, it goes on. */
export function finishUpload(root: number, uploads: Uploads, id: string, upload: Upload): Promise<string> {
  return concerning(upload.at, async () => {
    const to = openParentAt(root, upload.at);
    const fd = uploads.openData(id);
    try {
      if (fd !== null) await settle(fd, { mode: modeFor(lookAt(to.directory, to.name)), changedAt: upload.changedAt });
      const name = fd === null ? to.name : putInPlace(uploads.data(id), to, upload.ifThere);
      await syncFolder(to.directory);
      const placed = refOfName(parentRef(upload.at), name);
      uploads.write(id, { ...upload, placed });
      return placed;
    } finally {
      if (fd !== null) closeFile(fd);
      closeDirectory(to.directory);
    }
  });
}
