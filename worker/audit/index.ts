export { actorOf } from './actor.ts';
export { csvLine, csvMoment } from './csv.ts';
export { type Actor, auditRow, auditRows, CLOCK, hostActor, isRecorded, lostRace } from './record.ts';
export { mountAudit } from './routes.ts';
