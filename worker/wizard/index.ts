export { type Assets, answerWizard } from './answer.ts';
