export { mountSettings } from './routes.ts';
export { dropRequests } from './write-store.ts';
