export { deliverMail } from './deliver.ts';
export { developmentMail } from './development.ts';
