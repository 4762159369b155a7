export { acknowledge, overtaken, reportFault } from './from-host.ts';
export { mountAssets } from './routes.ts';
export { readersOf } from './store.ts';
export { sweepAssets } from './sweep.ts';
