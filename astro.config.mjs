import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { asciiHeadingIds, labelledCells, numberedSteps, polishTypography } from './site/markdown/index.ts';
import { islandPreloads } from './site/preload/index.ts';
import { pagePolicies } from './site/security/index.ts';

export default defineConfig({
  // Where the site is served from; canonical addresses and Open Graph need it whole.
  site: process.env.ORIGIN ?? 'https://klucznik.example',
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist/site',
  trailingSlash: 'always',
  output: 'static',
  // Styles travel inside the page: one request less before the first paint counts for more than a cached 4 KB.
  build: { inlineStylesheets: 'always' },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [preact({ include: ['**/islands/**'] }), islandPreloads(), pagePolicies()],
  // What most signed-in pages share travels as one file: each file more costs a phone more than the bytes in it.
  vite: {
    build: {
      rollupOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'panel',
                test: /site\/(islands\/parts|islands\/session|api|words)\/|\/contract\/|preact/,
                minShareCount: 6,
              },
            ],
          },
        },
      },
    },
  },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      mdastPlugins: [polishTypography()],
      hastPlugins: [asciiHeadingIds(), labelledCells(), numberedSteps()],
      // It would turn Polish „…” into English quotes.
      features: { smartPunctuation: false, headingAttributes: true },
    }),
  },
});
