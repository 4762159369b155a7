import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { astroImportFaults } from './astro-imports.ts';

const ROOT = join(import.meta.dirname, '../..');
const page = (...specifiers: string[]) =>
  `---\n${specifiers.map((specifier) => `import planted from '${specifier}';`).join('\n')}\n---\n<p>text</p>`;

test('pages and layouts keep the directions that all other code keeps', () => {
  const files = globSync('site/**/*.astro', { cwd: ROOT });
  expect(files.flatMap((file) => astroImportFaults(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

test.each([
  ['site/pages/index.astro', '../../worker/grants/index.ts'],
  ['site/pages/index.astro', '../../content/wizards/graph.ts'],
  ['site/pages/poradniki/index.astro', '../../islands/grants/List.tsx'],
  ['site/layouts/Guide.astro', 'preact'],
])('%s must not import %s', (file, specifier) => {
  expect(astroImportFaults(file, page(specifier))).toHaveLength(1);
});

test('a page for those who are signed in, or come by a link, may use islands, and any page components, content and packages', () => {
  expect(astroImportFaults('site/pages/panel/index.astro', page('../../islands/grants/List.tsx'))).toEqual([]);
  expect(astroImportFaults('site/pages/cesja/index.astro', page('../../islands/cession/TakeOver.tsx'))).toEqual([]);
  expect(
    astroImportFaults('site/pages/index.astro', page('../layouts/Base.astro', '../../content/wizards/index.ts', 'astro:content')),
  ).toEqual([]);
});
