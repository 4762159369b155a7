import { join } from 'node:path';
import { ROOT } from '../tests/support/stage/process.ts';

/** Everything the demo keeps lies below this folder, which git ignores. */
export const DEMO_DIR = join(ROOT, '.demo');
