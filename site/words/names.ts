export * from '../../content/words/index.ts';
