export { type GrantsPort, HostCourier } from './link.ts';
export { askDirectories, poke, pokeHostsWithWork } from './poke.ts';
export { isOnline } from './presence.ts';
export { agentRoutes } from './routes.ts';
