export type { Agent } from './agent.ts';
export type { Edge, EdgeDatabase } from './edge.ts';
export { signIn, visitor } from './session.ts';
export { type Stage, startStage } from './stage.ts';
export { waitFor } from './wait.ts';
