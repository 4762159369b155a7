import { request } from 'node:https';
import { waitFor } from '../tests/support/stage/wait.ts';
import { openGround, TREE } from './files-ground.ts';
import { measureListing } from './files-listing.ts';
import { clearTransfers, measureTransfers } from './files-transfer.ts';
import type { Section } from './report.ts';

const MIB = 2 ** 20;

/** Owners' own files through the agent's file door. */
export async function measureFiles(dir: string, quick: boolean): Promise<Section[]> {
  const coldTrees = Array.from({ length: quick ? 2 : 10 }, (_, at) => `pierwszy-${at}`);
  const ground = await openGround(dir, [TREE, ...coldTrees]);
  try {
    await waitFor('the file door', () => knock(ground.base).then(() => true));
    const transfers = await measureTransfers(
      ground,
      dir,
      quick ? { rounds: 2, bytes: 64 * MIB } : { rounds: 9, bytes: 256 * MIB },
    );
    clearTransfers(ground, dir);
    return [transfers, await measureListing(ground, coldTrees, quick ? 10 : 60)];
  } finally {
    await ground.close();
  }
}

/** Any answer will do, even one whose certificate nobody has looked at. */
const knock = (base: string): Promise<void> =>
  new Promise((resolve, reject) => {
    request(`${base}/`, { rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve();
    })
      .once('error', reject)
      .end();
  });
