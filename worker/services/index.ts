export { belongs } from './belongs.ts';
export { mountServices } from './routes.ts';
export { belongsTo, isOpenTo, loadService, panelOf, type StoredService, selectDomains } from './store.ts';
export { targetFault } from './targets.ts';
