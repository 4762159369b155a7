export { islandPreloads } from './integration.ts';
