export * from './dates.ts';
export * from './names.ts';
export * from './plural.ts';
export * from './scope.ts';
export * from './size.ts';
