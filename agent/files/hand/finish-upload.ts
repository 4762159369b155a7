import { parentRef } from '../../../contract/files/index.ts';
import { lookAt } from '../../system/look.ts';
import { closeFile, type Place, settle, syncFolder } from '../../system/spool.ts';
import { closeDirectory, openParentAt, refOfName } from '../../system/walk.ts';
import { modeFor, putInPlace, putOver } from './place.ts';
import { concerning } from './refusal.ts';
import type { Upload, Uploads } from './uploads.ts';

type Folders = { root: number; state: number };

/** Puts an upload whose bytes have all come under its name; gives where it lies. Called again after a kill, it goes on. */
export function finishUpload(folders: Folders, uploads: Uploads, id: string, upload: Upload): Promise<string> {
  return concerning(upload.at, async () => {
    const to = openParentAt(folders.root, upload.at);
    const fd = uploads.openData(id);
    try {
      if (fd !== null) await settle(fd, { mode: modeFor(lookAt(to.directory, to.name)), changedAt: upload.changedAt });
      const name = fd === null ? to.name : await place(folders, uploads.data(id), to, upload);
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

const place = async (folders: Folders, data: Place, to: Place, { at, ifThere }: Upload): Promise<Buffer> =>
  ifThere === 'replace' ? putOver(folders, data, { ...to, ref: at }) : putInPlace(data, to, ifThere);
