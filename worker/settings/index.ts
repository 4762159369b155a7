export { mountSettings } from './routes.ts';
export { dropRequests } from './store.ts';
