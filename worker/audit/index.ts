export { actorOf } from './actor.ts';
export { type Actor, auditRow, CLOCK, hostActor, lostRace } from './record.ts';
export { mountAudit } from './routes.ts';
