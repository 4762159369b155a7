export * from './door.ts';
export * from './path.ts';
export * from './ref.ts';
export * from './server.ts';
export * from './ticket.ts';
