export { acknowledge, overtaken, reportFault } from './from-host.ts';
export { mountDomains } from './routes.ts';
