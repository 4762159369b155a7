export { asciiHeadingIds, labelledCells, numberedSteps, polishTypography } from './plugins.ts';
export { asciiSlug } from './slug.ts';
