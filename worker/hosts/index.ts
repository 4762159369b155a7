export { HostCourier, type ResourcesPort } from './link.ts';
export { askHost, poke, pokeHostsWithWork } from './poke.ts';
export { isOnline } from './presence.ts';
export { agentRoutes } from './routes.ts';
