import { fileURLToPath } from 'node:url';

/** The agent's program, for starting it again in another part: in a bundle this file is a piece of it. */
export const program = fileURLToPath(import.meta.url.endsWith('.ts') ? new URL('../cli.ts', import.meta.url) : import.meta.url);
