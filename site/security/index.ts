export { pagePolicies } from './integration.ts';
