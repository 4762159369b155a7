import { z } from 'zod';
import { type BinItem, binOrder, type binPage, liesWithin, parentRef, restoreOrder } from '../../../../contract/files/index.ts';
import { lookAt } from '../../../system/look.ts';
import { closeDirectory, openParentAt, refOfName } from '../../../system/walk.ts';
import { say, sayProgress } from '../answer.ts';
import { type Asked, mustLieWithin, readOrder, readQuery } from '../asked.ts';
import { binItems, destroy, openFormerParent, putInBin, withItem } from '../bin-store.ts';
import { describeEntry } from '../entry.ts';
import { concerning, refuse } from '../refusal.ts';
import { relocate } from '../relocate.ts';

const PAGE = 200;
const binQuery = z.object({ after: z.string().max(64).optional() });
/** What came from where a ticket does not open is as if it were not there. */
const isOpen = (asked: Asked, { ref }: Pick<BinItem, 'ref'>) => liesWithin(asked.ticket.path, ref);

/** POST /bin: puts things where they can be had back from for 30 days. */
export async function binEntries(asked: Asked): Promise<void> {
  const { at } = await readOrder(asked, binOrder);
  mustLieWithin(asked, ...at);
  await sayProgress(asked, async ({ tell }) => {
    const binned: BinItem[] = [];
    for (const ref of at) {
      if (asked.signal.aborted) break;
      binned.push(await concerning(ref, () => putInBin(asked, ref)));
      tell(binned.length, at.length);
    }
    return { entries: [], binned };
  });
}

/** GET /bin: a page of what lies in it, the newest first. */
export async function showBin(asked: Asked): Promise<void> {
  const { after } = readQuery(asked, binQuery);
  const items: BinItem[] = [];
  for await (const item of binItems(asked, after)) {
    if (items.length > PAGE) break;
    if (isOpen(asked, item)) items.push(item);
  }
  const page = items.slice(0, PAGE);
  const next = items.length > PAGE ? (page.at(-1)?.id ?? null) : null;
  say(asked.response, 200, { items: page, next } satisfies z.infer<typeof binPage>);
}

/** POST /bin/{id}/restoring: back to where it was. */
export async function restoreItem(asked: Asked): Promise<void> {
  const { ifThere } = await readOrder(asked, restoreOrder);
  const entry = await withItem(asked, asked.id, async (item, data) => {
    if (!isOpen(asked, item)) refuse('missing');
    return concerning(item.ref, async () => {
      const directory = openFormerParent(asked.root, item.ref);
      try {
        const there = openParentAt(asked.root, item.ref);
        closeDirectory(there.directory);
        const { type } = lookAt(data.directory, data.name) ?? refuse('missing');
        const to = { directory, name: there.name, ref: item.ref };
        const name = await relocate(asked, { ...data, type }, to, ifThere);
        return describeEntry(directory, name, refOfName(parentRef(item.ref), name)) ?? refuse('changed');
      } finally {
        closeDirectory(directory);
      }
    });
  });
  say(asked.response, 200, entry);
}

/** DELETE /bin/{id}: for good. */
export async function destroyItem(asked: Asked): Promise<void> {
  await withItem(asked, asked.id, async (item, data) => {
    if (!isOpen(asked, item)) refuse('missing');
    await destroy(data, null, () => {});
  });
  asked.response.writeHead(204).end();
}

/** DELETE /bin: all of it, for good. */
export async function emptyBin(asked: Asked): Promise<void> {
  await sayProgress(asked, async ({ tell }) => {
    let done = 0;
    const deleted = () => {
      done += 1;
      tell(done, null);
    };
    for await (const item of binItems(asked)) {
      if (asked.signal.aborted) break;
      if (isOpen(asked, item)) await withItem(asked, item.id, (_, data) => destroy(data, asked.signal, deleted));
    }
    return { entries: [] };
  });
}
