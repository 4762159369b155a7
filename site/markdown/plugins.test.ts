import { type Features, markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { asciiHeadingIds, asciiSlug, labelledCells, numberedSteps, polishTypography } from './index.ts';

const features: Features = { headingAttributes: true, gfm: true, smartPunctuation: false };
const html = async (markdown: string) =>
  (
    await markdownToHtml(markdown, {
      features,
      mdastPlugins: [polishTypography()],
      hastPlugins: [asciiHeadingIds(), labelledCells(), numberedSteps()],
    })
  ).html;

describe('a guide in Markdown', () => {
  it('gets ASCII addresses for its headings', async () => {
    expect(await html('## Źródła i łącza')).toContain('<h2 id="zrodla-i-lacza">');
    expect(asciiSlug('  Co może pójść nie tak?  ')).toBe('co-moze-pojsc-nie-tak');
  });

  it('keeps an address that a heading chose for itself', async () =>
    expect(await html('## Baza danych {#baza}')).toMatch(/<h2 id="baza">Baza danych<\/h2>/));

  it('ties one-letter words in text but not in code', async () => {
    expect(await html('Pliki w **katalogu** z `ls w /`')).toContain(
      '<p>Pliki w\u00a0<strong>katalogu</strong> z\u00a0<code>ls w /</code></p>',
    );
  });

  it('shows numbered lists as steps', async () => expect(await html('1. Otwórz')).toContain('<ol class="steps">'));

  it('repeats column headings on the cells under them', async () => {
    expect(await html('| Co | Komu |\n|---|---|\n| **FTP** | ktoś |')).toMatch(
      /<td data-label="Co"><strong>FTP<\/strong><\/td>\s*<td data-label="Komu">ktoś<\/td>/,
    );
  });
});
