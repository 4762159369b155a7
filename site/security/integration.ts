import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from './policy.ts';

/** Gives every built page its own policy. Astro's own support lists the scripts of all islands on every page, guides included. */
export function pagePolicies(): AstroIntegration {
  return {
    name: 'page-policies',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.html'));
        await Promise.all(pages.map((page) => addPolicy(join(root, page))));
      },
    },
  };
}

async function addPolicy(file: string): Promise<void> {
  const html = await readFile(file, 'utf8');
  try {
    await writeFile(file, withPolicy(html));
  } catch (fault) {
    throw new Error(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
  }
}
