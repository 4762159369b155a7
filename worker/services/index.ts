export { directoryFault } from './directories.ts';
export { mountServices } from './routes.ts';
export { loadService, type StoredService } from './store.ts';
