export { mountServices } from './routes.ts';
export { isOpenTo, loadService, panelOf, type StoredService } from './store.ts';
export { targetFault } from './targets.ts';
