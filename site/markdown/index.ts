export { asciiHeadingIds, labelledCells, polishTypography } from './plugins.ts';
export { asciiSlug } from './slug.ts';
