export { actorOf } from './actor.ts';
export { type Actor, type AuditRecord, auditRow, CLOCK, hostActor, lostRace } from './record.ts';
export { mountAudit } from './routes.ts';
export { sentenceOf } from './sentences.ts';
