export { deliverMail } from './deliver.ts';
export { developmentMail } from './development.ts';
export { Postman } from './postman.ts';
