export { typography } from './typography.ts';
