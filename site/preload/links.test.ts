import { expect, it } from 'vitest';
import { withPreloads } from './links.ts';

const IMPORTS = new Map([
  ['_astro/List.js', ['_astro/parts.js']],
  ['_astro/parts.js', ['_astro/words.js', '_astro/List.js']],
  ['_astro/Other.js', []],
]);
const page = (island: string) => `<head><title>t</title></head><body>${island}</body>`;

it('names what an island imports, however deep, once', () => {
  const island = '<astro-island component-url="/_astro/List.js" renderer-url="/_astro/client.js"></astro-island>';
  const links = withPreloads(page(island + island), IMPORTS).match(/modulepreload" href="[^"]+/g);
  expect(links?.map((link) => link.split('"')[2])).toEqual([
    '/_astro/List.js',
    '/_astro/parts.js',
    '/_astro/words.js',
    '/_astro/client.js',
  ]);
});

it('leaves a page without islands as it is', () => expect(withPreloads(page(''), IMPORTS)).toBe(page('')));
