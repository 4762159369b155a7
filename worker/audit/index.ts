export { actorOf } from './actor.ts';
export { type Actor, auditRow, auditRows, CLOCK, hostActor, isRecorded, lostRace } from './record.ts';
export { mountAudit } from './routes.ts';
