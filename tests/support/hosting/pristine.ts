import { constants, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Git ignores it; deleting it only costs the next start some seconds. */
const KEPT = fileURLToPath(new URL('../../../.tmp/pristine/', import.meta.url));

/**
 * Puts a copy of what `make` makes at `target`; it is made once for each `name` and kept, because it takes long.
 * A folder that stands there already, as a disk's mount point does, is filled.
 */
export async function copyPristine(name: string, target: string, make: (dir: string) => Promise<unknown>): Promise<void> {
  const kept = join(KEPT, name);
  if (!existsSync(kept)) await keep(kept, make);
  if (existsSync(target)) return copyTree(kept, target);
  const made = `${target}.new`;
  await rm(made, { recursive: true, force: true });
  await copyTree(kept, made);
  // Moved into place whole, so that an interrupted first start leaves nothing half-made.
  await rename(made, target);
}

const copyTree = (from: string, to: string) =>
  cp(from, to, { recursive: true, preserveTimestamps: true, mode: constants.COPYFILE_FICLONE });

/** Two that start at once both make it, and either is as good. */
async function keep(kept: string, make: (dir: string) => Promise<unknown>): Promise<void> {
  await mkdir(dirname(kept), { recursive: true });
  const aside = await mkdtemp(`${kept}-`);
  try {
    await make(join(aside, 'made'));
    await rename(join(aside, 'made'), kept);
  } catch (fault) {
    if (!existsSync(kept)) throw fault;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
