import { type AccessKind, isAssetKind, type Kind } from '../contract/index.ts';
import { loadCaller, mountAccounts, sweepSessions } from './accounts/index.ts';
import { mountAudit } from './audit/index.ts';
import { database } from './db/index.ts';
import { acknowledge, endDue, mountGrants, nextEnd, overtaken, reportFault as reportHostFault } from './grants/index.ts';
import { agentRoutes, HostCourier, poke, pokeHostsWithWork, type ResourcesPort } from './hosts/index.ts';
import { createApp, type Env, isDevelopment, refuse, reportFault, sweepIdempotency } from './http/index.ts';
import { mountInvitations } from './invitations/index.ts';
import { deliverMail, developmentMail } from './mail/index.ts';
import { mountServices } from './services/index.ts';
import { mountStaff } from './staff/index.ts';
import { answerWizard } from './wizard/index.ts';

export { GuessCounter } from './accounts/index.ts';

const isOfAccess = <T extends { kind: Kind }>(message: T): message is T & { kind: AccessKind } => !isAssetKind(message.kind);

/** The courier, told what it needs of grants. */
export class HostLink extends HostCourier {
  protected override readonly resources: ResourcesPort = {
    acknowledge: async (db, hostId, ack, now) => (isOfAccess(ack) ? acknowledge(db, hostId, ack, now) : undefined),
    reportFault: async (db, hostId, fail, now) => (isOfAccess(fail) ? reportHostFault(db, hostId, fail, now) : false),
    overtaken: async (db, hostId, item, now) => (isOfAccess(item) ? overtaken(db, hostId, item, now) : undefined),
    endDue,
    nextEnd,
  };
}

const app = createApp(loadCaller);
app.route('/agent', agentRoutes);
app.use('/dev/*', async (c, next) => (isDevelopment(c.env) ? next() : refuse('not-found')));
app.route('/dev', developmentMail);
app.get('/kreator/*', (c) => answerWizard(c.req.raw, c.env.ASSETS));
mountAccounts(app);
mountServices(app);
mountGrants(app);
mountInvitations(app);
mountAudit(app);
mountStaff(app);

async function endWhatRanOut(env: Env, now: number): Promise<void> {
  const hosts = await endDue(database(env.DB), now);
  await Promise.all(hosts.map((host) => poke(env, host)));
}

/** Every minute: what requests and alarms may have left undone. Each part is tried, whatever becomes of the others. */
async function sweep(env: Env, now: number): Promise<void> {
  const db = database(env.DB);
  const everyHour = new Date(now).getUTCMinutes() === 0;
  const parts = await Promise.allSettled([
    endWhatRanOut(env, now).then(() => pokeHostsWithWork(env)),
    deliverMail(env, now),
    sweepIdempotency(db, now),
    everyHour ? sweepSessions(db) : null,
  ]);
  for (const part of parts) if (part.status === 'rejected') reportFault(part.reason, 'cron');
}

export default {
  fetch: app.fetch,
  scheduled: (event, env) => sweep(env, event.scheduledTime),
} satisfies ExportedHandler<Env>;
