export { type GuideFrontMatter, guideFrontMatter } from './guide.ts';
export { type Provider, parseProvider } from './provider.ts';
export { parseQuestions, type Question } from './questions.ts';
