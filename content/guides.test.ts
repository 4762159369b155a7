import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { guideFrontMatter, parseProvider, parseQuestions } from './schema/index.ts';
import { isSettingName } from './settings/index.ts';
import { direct, readAddress } from './wizard-engine/index.ts';
import { findFlow } from './wizards/index.ts';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

const guides = readdirSync(new URL('guides/', import.meta.url)).map((file) => {
  const [, frontMatter = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(`guides/${file}`)) ?? [];
  const about = guideFrontMatter.parse(parse(frontMatter));
  const chapters = [...text.matchAll(/^##+ .*$/gm)].map(([heading]) => ({
    heading,
    id: /\{#([a-z0-9-]+)\}$/.exec(heading)?.[1],
  }));
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) =>
    to.startsWith('#') ? `/poradniki/${file.slice(0, -3)}/${to}` : to,
  );
  return { id: file.slice(0, -3), about, text, chapters, links };
});

/** Whether an address of this site leads to a page, and to the named place on it. */
function leadsSomewhere(to: string): boolean {
  const { pathname, hash, searchParams } = new URL(to, 'https://site.example');
  const wizard = readAddress(pathname);
  const flow = wizard && findFlow(wizard.flow);
  if (wizard) return flow ? direct(flow, wizard.page, Object.fromEntries(searchParams)).type === 'show' : false;
  const guide = guides.find(({ id }) => pathname === `/poradniki/${id}/`);
  if (guide) return hash === '' || guide.chapters.some(({ id }) => `#${id}` === hash);
  const setting = /^\/ustawienia\/([a-z-]+)\/$/.exec(pathname);
  if (setting) return isSettingName(setting[1] ?? null) && hash === '';
  const page = new URL(`../site/pages${pathname}index.astro`, import.meta.url);
  return existsSync(page) && (hash === '' || readFileSync(page, 'utf8').includes(`id="${hash.slice(1)}"`));
}

describe.each(guides)('the guide $id', ({ about, text, chapters, links }) => {
  it('leads on only to places that exist', () => {
    const all = [...links, ...(about.wizard ? [about.wizard.path] : []), ...(about.counterpart ? [about.counterpart] : [])];
    expect(all.filter((to) => !leadsSomewhere(to))).toEqual([]);
  });

  it('names its chapters, so that links to them survive rewording', () => {
    expect(chapters.filter(({ id }) => id === undefined)).toEqual([]);
    expect(new Set(chapters.map(({ id }) => id)).size).toBe(chapters.length);
  });

  it('points to related guides that exist', () => {
    expect(about.related.filter((id) => !guides.some((guide) => guide.id === id))).toEqual([]);
  });

  it('speaks without words that keep people at a distance', () =>
    expect(text.match(/\bnależy\b|\bproszę\b|Ups!|ł[ea]ś(?!\p{L})|"/gu)).toBeNull());
});

describe('the questions people arrive with', () => {
  it('each lead to an answer that exists', () => {
    const questions = parseQuestions(read('questions.yaml'));
    expect(questions.filter(({ to }) => !leadsSomewhere(to))).toEqual([]);
  });

  it('are refused with their place when one is incomplete', () => {
    expect(() => parseQuestions('- ask: Coś mi nie działa')).toThrow(/questions\.yaml[\s\S]*gist/);
  });
});

describe('the guides together', () => {
  it('cover every way to give access (R1–R12)', () => {
    const covered = new Set(guides.flatMap(({ about }) => about.rules));
    expect(Array.from({ length: 12 }, (_, at) => `R${at + 1}`).filter((rule) => !covered.has(rule))).toEqual([]);
  });
});

describe('the provider', () => {
  it('is complete as shipped, with nothing invented where a line is empty', () => {
    expect(parseProvider(read('provider.yaml'))).toMatchObject({ support: { hours: null }, itServices: { price: null } });
  });

  it('is refused with the line that is wrong', () =>
    expect(() => parseProvider('name: X')).toThrow(/provider\.yaml[\s\S]*support/));
});
