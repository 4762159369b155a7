export * from './agent.ts';
export * from './api/index.ts';
export * from './dns/index.ts';
export * from './errors.ts';
export * from './files/index.ts';
export * from './intent.ts';
export * from './kinds/index.ts';
export * from './numbers.ts';
