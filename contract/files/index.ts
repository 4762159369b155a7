export * from './ref.ts';
export * from './server.ts';
export * from './ticket.ts';
