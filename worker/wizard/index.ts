export { answerWizard } from './answer.ts';
