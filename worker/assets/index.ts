export { acknowledge, overtaken, reportFault } from './from-host.ts';
export { mountAssets } from './routes.ts';
export { sweepAssets } from './sweep.ts';
