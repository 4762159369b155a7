import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guideFrontMatter } from '../content/schema/index.ts';

export const collections = {
  guides: defineCollection({ loader: glob({ pattern: '*.md', base: './content/guides' }), schema: guideFrontMatter }),
};
