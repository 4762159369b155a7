export { type Agent, startAgent } from './agent.ts';
export { type Edge, type EdgeDatabase, startEdge } from './edge.ts';
export { freePort } from './ports.ts';
export { signIn, visitor } from './session.ts';
export { type Stage, startStage } from './stage.ts';
export { waitFor } from './wait.ts';
