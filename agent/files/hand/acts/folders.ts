import { newFolder } from '../../../../contract/files/index.ts';
import { makeDirectoryIn } from '../../../system/relocate.ts';
import { closeDirectory, openParentAt } from '../../../system/walk.ts';
import { say } from '../answer.ts';
import { type Asked, mustLieWithin, readOrder } from '../asked.ts';
import { describeEntry } from '../entry.ts';
import { concerning, refuse } from '../refusal.ts';

/** POST /folders: a new directory. */
export async function makeFolder(asked: Asked): Promise<void> {
  const { at } = await readOrder(asked, newFolder);
  mustLieWithin(asked, at);
  if (at === '/') refuse('exists', at);
  const entry = await concerning(at, () => {
    const place = openParentAt(asked.root, at);
    try {
      makeDirectoryIn(place, 0o755);
      return describeEntry(place.directory, place.name, at) ?? refuse('missing');
    } finally {
      closeDirectory(place.directory);
    }
  });
  say(asked.response, 201, entry);
}
