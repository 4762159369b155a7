export { type Entry, Journal, type Resource, type Step } from './journal.ts';
