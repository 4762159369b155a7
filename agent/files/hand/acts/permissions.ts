import { type FileEntry, permissionOrder } from '../../../../contract/files/index.ts';
import { setMode, setModeBelow } from '../../../system/permissions.ts';
import { closeDirectory, openParentAt } from '../../../system/walk.ts';
import { sayProgress } from '../answer.ts';
import { type Asked, mustLieWithin, readOrder } from '../asked.ts';
import { describeEntry } from '../entry.ts';
import { concerning, refuse } from '../refusal.ts';

/** POST /permissions: who may read, change and look into what. */
export async function setPermissions(asked: Asked): Promise<void> {
  const { at, mode, below } = await readOrder(asked, permissionOrder);
  mustLieWithin(asked, ...at);
  if (at.includes('/')) refuse('denied', '/');
  await sayProgress(asked, async ({ tell }) => {
    const entries: FileEntry[] = [];
    let done = 0;
    const changed = () => {
      done += 1;
      tell(done, null);
    };
    for (const ref of at) {
      if (asked.signal.aborted) break;
      const entry = await concerning(ref, async () => {
        const place = openParentAt(asked.root, ref);
        try {
          const bits = Number.parseInt(mode, 8);
          if (below) await setModeBelow(place, bits, asked.signal, changed);
          else if (!setMode(place, bits)) refuse('is-link', ref);
          return describeEntry(place.directory, place.name, ref) ?? refuse('missing');
        } finally {
          closeDirectory(place.directory);
        }
      });
      entries.push(entry);
    }
    return { entries };
  });
}
