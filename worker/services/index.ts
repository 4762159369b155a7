export { mountServices } from './routes.ts';
export { loadService, type StoredService } from './store.ts';
export { targetFault } from './targets.ts';
