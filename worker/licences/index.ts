export { mountLicences } from './routes.ts';
