export { type GuideFrontMatter, guideFrontMatter } from './guide.ts';
export { parseProvider } from './provider.ts';
export { parseQuestions } from './questions.ts';
